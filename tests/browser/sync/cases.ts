/**
 * What a client must hold against, each a real exchange with a host on loopback through the extension's own
 * background. Chromium's and Firefox's tests run all of them; tests/README.md says which case of a misbehaving host is which.
 */
import { HOSTS } from './hosts';
import { LIFE } from './life';
import { READER } from './reader';
import { SIGNED } from './signed';
import type { Case } from './world';

export const CASES: readonly Case[] = [...SIGNED, ...HOSTS, ...LIFE, ...READER];
