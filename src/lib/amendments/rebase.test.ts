import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, type Proposed } from './applicability.ts';
import { collide, rebase, type Words } from './rebase.ts';
import { joined, sentences } from './sentences.ts';

const say = (body: string, title = 'Ein Rat'): Words => ({ title, body });
const base = say('Das Land richtet einen Rat ein. Er trifft sich regelmäßig. Wer kommt, bekommt die Fahrt bezahlt.');

describe('sentences', () => {
	it.each([
		['Ein Satz. Noch einer!', ['Ein Satz.', 'Noch einer!']],
		['Das gilt z. B. für alle. Ja.', ['Das gilt z. B. für alle.', 'Ja.']],
		['Ab dem 1. Mai gilt das. Gut.', ['Ab dem 1. Mai gilt das.', 'Gut.']],
		['Dazu:\n\n- erstens\n- zweitens', ['Dazu:', '- erstens', '- zweitens']],
		['Das ist **fett.** Das nicht.', ['Das ist **fett.**', 'Das nicht.']],
		['', []]
	])('%s', (text, found) => {
		expect(sentences(text).map((one) => one.text)).toEqual(found);
	});

	it('joined again are the text, whatever it is', () => {
		fc.assert(fc.property(fc.string(), (text) => joined(sentences(text.trim())) === text.trim()));
	});
});

describe('an amendment', () => {
	it('is carried to a new wording when its sentences are the same there', () => {
		const proposed = say(base.body.replace('regelmäßig', 'viermal im Jahr'));
		const current = say(`${base.body} Auch das Essen wird bezahlt.`);
		expect(rebase(base, proposed, current)?.body).toBe(
			`${base.body.replace('regelmäßig', 'viermal im Jahr')} Auch das Essen wird bezahlt.`
		);
	});

	it('keeps the paragraphs of the new wording', () => {
		const proposed = say(`${base.body}\n\nDer Rat wählt selbst.`);
		const current = say(base.body.replace('einen Rat', 'einen großen Rat'));
		expect(rebase(base, proposed, current)?.body).toBe(`${current.body}\n\nDer Rat wählt selbst.`);
	});

	it('is not carried when the new wording changes the same sentence, or the same heading', () => {
		const proposed = say(base.body.replace('regelmäßig', 'viermal im Jahr'));
		expect(rebase(base, proposed, say(base.body.replace('regelmäßig', 'oft')))).toBeNull();
		expect(rebase(base, say(base.body, 'Rat A'), say(base.body, 'Rat B'))).toBeNull();
	});

	it('that the new wording says already changes nothing more', () => {
		const proposed = say(base.body.replace('regelmäßig', 'viermal im Jahr'), 'Der Rat');
		expect(rebase(base, proposed, proposed)).toEqual(proposed);
	});

	it('made for the wording that stands is what it is', () => {
		const sentence = fc.constantFrom('Eins gilt.', 'Zwei gilt.', 'Drei gilt.', 'Vier gilt.', 'Fünf gilt.');
		const text = fc.array(sentence, { minLength: 1, maxLength: 7 }).map((all) => say(all.join(' ')));
		fc.assert(
			fc.property(text, text, (one, other) => {
				expect(rebase(one, other, one)).toEqual(other);
				expect(rebase(one, one, other)).toEqual(other);
			})
		);
	});

	it('meets another where both change the same sentence, and only there', () => {
		const times = say(base.body.replace('regelmäßig', 'viermal im Jahr'));
		const often = say(base.body.replace('regelmäßig', 'oft'));
		const food = say(base.body.replace('die Fahrt', 'Fahrt und Essen'));
		expect([collide(base, times, often), collide(base, times, food)]).toEqual([true, false]);
	});

	it('that both ways lead to the same is the same for both', () => {
		const sentence = fc.constantFrom('A gilt.', 'B gilt.', 'C gilt.', 'D gilt.');
		const text = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => say(all.join(' ')));
		fc.assert(
			fc.property(text, text, text, (start, mine, theirs) => {
				expect(collide(start, mine, theirs)).toBe(collide(start, theirs, mine));
				const [here, there] = [rebase(start, mine, theirs), rebase(start, theirs, mine)];
				expect(here === null).toBe(there === null);
				if (here && there) expect(here.body).toBe(there.body);
			})
		);
	});
});

describe('amendments beside each other', () => {
	const propose = (number: number, text: Words, more: Partial<Proposed> = {}): Proposed => ({
		number,
		text,
		base,
		open: true,
		...more
	});
	const times = say(base.body.replace('regelmäßig', 'viermal im Jahr'));
	const often = say(base.body.replace('regelmäßig', 'oft'));
	const told = (current: Words | null, all: readonly Proposed[]) =>
		[...fitted(current, all)].map(([number, { fit, collides }]) => [number, fit, collides]);

	it('are told apart by how they stand to the wording of today', () => {
		const all = [propose(1, times), propose(2, often), propose(3, say(`${base.body} Neu.`))];
		expect(told(base, all)).toEqual([
			[1, 'same', [2]],
			[2, 'same', [1]],
			[3, 'same', []]
		]);
		expect(told(times, all)).toEqual([
			[1, 'there', []],
			[2, 'older', []],
			[3, 'carried', []]
		]);
		expect(told(null, all.slice(0, 1))).toEqual([[1, 'older', []]]);
	});

	it('are in nobody’s way once they are decided', () => {
		expect(told(base, [propose(1, times, { open: false }), propose(2, often)])).toEqual([
			[1, 'same', []],
			[2, 'same', []]
		]);
	});
});
