import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { t } from '#lib/texts/texts.ts';
import { CONSENT_TEXT, mayEvaluate, mayPublish, Ticked, toAsk, type Purpose } from './consent.ts';

describe('what is allowed', () => {
	const rows: [Purpose[], string | null, string | null, Purpose[]][] = [
		[[], 'consentMissing', 'publicMissing', ['evaluate', 'publish']],
		[['evaluate'], null, 'publicMissing', ['publish']],
		[['publish'], 'consentMissing', null, ['evaluate']],
		[['evaluate', 'publish'], null, null, []],
		[['contact'], 'consentMissing', 'publicMissing', ['evaluate', 'publish']]
	];
	it.each(rows)('%j: to be read %s, to be published %s', (given, read, published, ask) => {
		const because = (verdict: ReturnType<typeof mayEvaluate>) => (verdict.ok ? null : verdict.because);
		const allowed = new Set(given);
		expect([because(mayEvaluate(allowed)), because(mayPublish(allowed)), toAsk(allowed)]).toEqual([
			read,
			published,
			ask
		]);
	});

	it.each([
		[undefined, []],
		['publish', ['publish']],
		[
			['publish', 'evaluate'],
			['publish', 'evaluate']
		]
	])('ticked as %j', (typed, ticked) => expect(Ticked.parse(typed)).toEqual(ticked));
	it('is nothing else', () => expect(Ticked.safeParse('everything').success).toBe(false));

	it.each([
		['needed:evaluate', ['evaluateMissing']],
		[['needed:evaluate', 'publish'], ['evaluateMissing']],
		[
			['needed:evaluate', 'needed:publish'],
			['evaluateMissing', 'publishMissing']
		],
		[['needed:evaluate', 'evaluate'], []]
	])('lacks, as %j, %j', (typed, lacking) => {
		const told = Ticked.safeParse(typed).error?.issues.map(({ message }) => message) ?? [];
		expect(told).toEqual(lacking);
	});
});

describe('the text of a consent', () => {
	it('is the one its version stands for', () => {
		const { boxes, meaning } = t.privacy.consents;
		const print = createHash('sha256').update(JSON.stringify({ boxes, meaning })).digest('hex').slice(0, 12);
		// Other words are another consent. Whoever changes them gives CONSENT_TEXT a new name, and this line with it.
		expect(`${CONSENT_TEXT} ${print}`).toBe('2026-11 2179ed89ed69');
	});
});
