import { fill, t } from '../texts/texts.ts';

/** What a part of a thing is called: `body`, `measure-2`. */
export function partName(part: string): string {
	const { measure, ...names } = t.translations.parts;
	const number = /^measure-(\d+)$/.exec(part)?.[1];
	const known: Readonly<Record<string, string>> = names;
	return number ? fill(measure, { number }) : (known[part] ?? part);
}
