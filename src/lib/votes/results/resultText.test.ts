import { expect, it } from 'vitest';
import { exactShares } from '../summary/knownRange.ts';
import { summary } from '../summary/summary.ts';
import { atAGlance, inShort } from './resultText.ts';

it('says in sentences what came out, and nothing of what did not', () => {
	const none = { geteilt: 0, tendenz: 0, strittig: 0, gemischt: 0, offen: 0 };
	expect(atAGlance(none)).toBe('Hier gibt es noch keinen Punkt.');
	expect(atAGlance({ ...none, geteilt: 2, strittig: 1, offen: 4 })).toBe(
		'Hier geht es um 7 Punkte. Bei 2 Punkten sind sich alle Gruppen sicher einig. Bei 1 Punkt denken die Gruppen verschieden. Bei 4 Punkten fehlen noch Stimmen.'
	);
});

const groups = ['affected', 'practice', 'research'] as const;

function round(agreeing: readonly number[], n: number): Parameters<typeof inShort>[0] {
	const counts = groups.map((group, place) => {
		const agree = agreeing[place] ?? 0;
		return { group, agree, pass: 0, disagree: n - agree };
	});
	const persons = counts.map((one) => ({ ...one, standing: 'person', state: 'counted', n, mostly: null }) as const);
	return { persons, summary: summary(counts.map(exactShares), groups) };
}

it.each([
	['Ablehnung. Zählt jede Gruppe gleich viel, dann stimmen 10\u00a0% zu.', [10, 10, 10], 100],
	['Es fehlen noch Stimmen: Betroffene, Einrichtungen, Forschung.', [2, 2, 2], 5],
	['Zustimmung: Betroffene 5\u00a0%, Einrichtungen 95\u00a0%, Forschung 95\u00a0%.', [5, 95, 95], 100]
])('tells in a line what tells most: %s', (line, agreeing, n) => {
	expect(inShort(round(agreeing, n))).toBe(line);
});
