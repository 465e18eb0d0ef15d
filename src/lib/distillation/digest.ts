import { createHash } from 'node:crypto';

/** Of the text a passage was cut from: says whether it is still that text. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
