import { expect, it } from 'vitest';
import { atAGlance } from './words.ts';

it('says in sentences what came out, and nothing of what did not', () => {
	const none = { geteilt: 0, tendenz: 0, strittig: 0, gemischt: 0, offen: 0 };
	expect(atAGlance(none)).toBe('Hier gibt es noch keinen Punkt.');
	expect(atAGlance({ ...none, geteilt: 2, strittig: 1, offen: 4 })).toBe(
		'Hier geht es um 7 Punkte. Bei 2 Punkten sind sich alle Gruppen sicher einig. Bei 1 Punkt denken die Gruppen verschieden. Bei 4 Punkten fehlen noch Stimmen.'
	);
});
