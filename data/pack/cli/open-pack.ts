/** The pack that `try` and `test` work with. */
import { compileMentions } from '../../mentions/compile';
import { type Matcher, openMentions } from '../../mentions/matcher';
import { RuleError } from '../../mentions/rule-error';
import type { Pack } from '../../model';
import { lintPack } from '../lint';
import type { ParsedPack } from '../parse';
import { readPack } from '../read';
import type { Terminal } from './command';
import { problemLines } from './report';

export interface OpenPack {
  readonly pack: Pack;
  readonly matcher: Matcher;
  /** See {@link ParsedPack.locate}. */
  readonly locate: ParsedPack['locate'];
}

/**
 * @param path a YAML file or a folder of them
 * @returns null when the pack cannot be used; what keeps it from being is said on `err`
 */
export async function openPack(path: string, terminal: Terminal): Promise<OpenPack | null> {
  const parsed = await readPack(path);
  try {
    const { pack, locate } = parsed;
    if (pack) return { pack, locate, matcher: openMentions(compileMentions(pack)) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
  }
  const { problems } = lintPack(parsed, Date.now());
  const errors = problems.filter(({ severity }) => severity === 'error');
  terminal.err(problemLines(errors, { ...terminal, colours: false }));
  terminal.err(`${path} cannot be tried before this is mended.\n`);
  return null;
}
