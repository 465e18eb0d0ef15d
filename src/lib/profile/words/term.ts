import { z } from 'zod';
import { name } from '../name.ts';

/** What the process calls things: every sentence takes its word for them from here. */
export const TERMS = [
	...(['authority', 'parliament', 'committee', 'state', 'jurisdiction', 'topic', 'strategy'] as const),
	...(['affectedPeople', 'organisation', 'office', 'district'] as const)
] as const;

/** `bare` stands without an article; the others have theirs: »das Amt«, »des Amtes«, »dem Amt«, »das Amt«. */
export const FORMS = ['bare', 'nominative', 'genitive', 'dative', 'accusative'] as const;

const FORM_MAX = 120;
const form = name(FORM_MAX);

export const Term = z.strictObject({
	...{ bare: form, nominative: form, genitive: form, dative: form, accusative: form }
});
export type Term = z.output<typeof Term>;

export const Terms = z.strictObject({
	...{
		authority: Term,
		parliament: Term,
		committee: Term,
		state: Term,
		jurisdiction: Term,
		topic: Term,
		strategy: Term
	},
	...{ affectedPeople: Term, organisation: Term, office: Term, district: Term }
});
export type Terms = z.output<typeof Terms>;

/** How people are spoken to. */
export const ADDRESSES = ['Sie', 'du'] as const;

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T => names.some((one) => one === name);

/** `authority`, `authority.genitive`: the word that stands for it in a sentence. null: there is no such term or form. */
export function termText(terms: Terms, reference: string): string | null {
	const [name = '', form = 'bare', more] = reference.split('.');
	return isOneOf(TERMS, name) && isOneOf(FORMS, form) && more === undefined ? terms[name][form] : null;
}
