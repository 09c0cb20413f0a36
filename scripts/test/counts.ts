/** Reads how many tests passed from the JSON reports of the runners. */
import { readFile } from 'node:fs/promises';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of the tests that failed. */
  readonly failures: readonly string[];
  /** Names of the tests that were skipped, with the reason where the runner reports one. */
  readonly reasons: readonly string[];
}

export const NO_TESTS: TestCounts = { passed: 0, failed: 0, skipped: 0, failures: [], reasons: [] };

export const add = (a: TestCounts, b: TestCounts): TestCounts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
  reasons: [...a.reasons, ...b.reasons],
});

interface Outcome {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly reason?: string | undefined;
}

function countOf(suite: string, outcomes: readonly Outcome[], exitedWell: boolean): TestCounts {
  const of = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status);
  const label = ({ name, reason }: Outcome) => `${suite}: ${name}${reason ? ` (${reason})` : ''}`;
  const failures = of('failed').map(label);
  // A file that does not load, or an error between tests, fails the runner without failing a test.
  if (!exitedWell && failures.length === 0)
    failures.push(`${suite}: the runner itself failed; see its output`);
  return {
    passed: of('passed').length,
    failed: failures.length,
    skipped: of('skipped').length,
    failures,
    reasons: of('skipped').map(label),
  };
}

async function readReport<T>(suite: string, file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    console.error(`${suite}: no report at ${file}`);
    return null;
  }
}

interface VitestReport {
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
}

/** @param file the report of Vitest's `json` reporter */
export async function vitestCounts(
  suite: string,
  file: string,
  exitedWell: boolean,
): Promise<TestCounts> {
  const report = await readReport<VitestReport>(suite, file);
  const outcomes = (report?.testResults ?? [])
    .flatMap((result) => result.assertionResults)
    .map(({ fullName, status }): Outcome => {
      if (status === 'passed' || status === 'failed') return { name: fullName, status };
      return { name: fullName, status: 'skipped' };
    });
  return countOf(suite, outcomes, exitedWell && report !== null);
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    tests: {
      status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      annotations: { type: string; description?: string }[];
    }[];
  }[];
}

const PLAYWRIGHT_STATUS = {
  expected: 'passed',
  flaky: 'failed',
  unexpected: 'failed',
  skipped: 'skipped',
} as const;

function playwrightOutcomes(suite: PlaywrightSuite): Outcome[] {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ status, annotations }) => ({
      name: title,
      status: PLAYWRIGHT_STATUS[status],
      reason: annotations.find(({ type }) => type === 'skip')?.description,
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(playwrightOutcomes)];
}

/** @param file the report of Playwright's `json` reporter */
export async function playwrightCounts(
  suite: string,
  file: string,
  exitedWell: boolean,
): Promise<TestCounts> {
  const report = await readReport<PlaywrightSuite>(suite, file);
  return countOf(suite, report ? playwrightOutcomes(report) : [], exitedWell && report !== null);
}
