import { dissentSubject, wordSubject } from '#lib/omissions/omission.ts';
import * as omissions from '#lib/omissions/omissions.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import type { Way } from '#lib/strategy/versions/omitted.ts';
import { found } from '#lib/verdict.ts';
import type { DemoTown } from './town.ts';

const toDissent =
	'Wir haben beides gelesen. Der Punkt geht weiter, als dieser Beitrag will. Die Bedenken stehen in der Begründung.';
const toWords: readonly { way: Way; text: string }[] = [
	{ way: 'otherwise', text: 'Gemeint ist dasselbe. In der Fassung steht dafür ein anderes Wort.' },
	{ way: 'declined', text: 'Darüber entscheidet der Bund. Das Land setzt sich dafür ein.' },
	{ way: 'plain', text: 'Das steht in der Zusammenfassung in Einfacher Sprache.' }
];

/** The editors answer for what is not in the second version; not for all of it, as in real life. */
export async function explainOmissions(town: DemoTown, consultationId: string, day: number): Promise<void> {
	const ctx = town.as(town.staff.redaktion, day);
	const draft = found(await strategy.draftOf(ctx, consultationId), 'draft');
	const { words, dissents } = await omissions.omittedFrom(ctx, draft);
	for (const one of dissents.slice(0, -1)) {
		const note = { way: 'otherwise', text: toDissent } as const;
		await omissions.explain(ctx, { version: draft.id, subject: dissentSubject(one), ...note });
	}
	for (const [place, one] of (words ?? []).entries()) {
		const note = toWords[place % (toWords.length + 1)];
		if (note) await omissions.explain(ctx, { version: draft.id, subject: wordSubject(one), ...note });
	}
}
