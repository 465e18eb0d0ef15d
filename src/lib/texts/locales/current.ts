import { currentWords } from '../current.ts';
import { localeFacts } from './locale.ts';

/** Of the language in which we speak right now. */
export const currentFacts = () => localeFacts(currentWords().locale);
