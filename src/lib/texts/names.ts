import { t } from './texts.ts';

/**
 * Whoever has left is stored without a name, not with a word in the language they had chosen: that would lead from one of
 * their texts to the others. The word is said where it is read.
 */
export const authorName = (stored: string): string => stored || t.privacy.nobody;

/** As `authorName`, of somebody who worked here. null: stays what it means there. */
export const staffName = <Name extends string | null>(stored: Name): Name | string =>
	stored === '' ? t.privacy.formerStaff : stored;
