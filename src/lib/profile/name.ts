import { words, wordsIfAny } from '../form.ts';

/** In a sentence they would begin a place to be filled. */
const whole = (text: string) => !/[{}]/.test(text);

/** What is put into sentences as it is. */
export const name = (most: number) => words(most).refine(whole, 'nameWrong');
export const nameIfAny = (most: number) => wordsIfAny(most).refine(whole, 'nameWrong');
