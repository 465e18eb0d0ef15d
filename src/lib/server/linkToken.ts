import { randomBytes } from 'node:crypto';
import { sha256 } from '../sha256.ts';

/** The end of a link that opens something to whoever has it: shown once, kept only as `linkHash`. */
export const newLinkToken = (bytes = 32): string => randomBytes(bytes).toString('base64url');

export const linkHash = (token: string): string => sha256(token, 'base64url');
