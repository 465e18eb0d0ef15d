import { audit } from '#lib/representation/audit/audit.ts';
import { supportOf } from '#lib/representation/audit/support.ts';
import { Chance } from '../city/chance.ts';
import { median, millis, type Figure } from '../figure.ts';

const PEOPLE = 100_000;
const CLUSTERS = 200;
const CHOSEN = 40;
const GROUPS = 6;
/** How many clusters somebody stands behind. */
const BEHIND = 12;
const ROUNDS = 7;

/** 20: how long it takes to find whom a version leaves out, both ways of weighing. */
export async function representing(): Promise<Figure[]> {
	const chance = new Chance(20);
	const people = Array.from({ length: PEOPLE }, () => ({
		group: chance.below(GROUPS),
		candidates: Array.from({ length: BEHIND }, () => chance.below(CLUSTERS))
	}));
	const support = supportOf(people, GROUPS, CLUSTERS);
	const chosen = new Set(Array.from({ length: CHOSEN }, (_, one) => one));
	const times = Array.from({ length: ROUNDS }, () => {
		const began = performance.now();
		for (const weighing of ['groups', 'people'] as const) audit(support, chosen, weighing);
		return performance.now() - began;
	});
	const value = median(times);
	const what = `whom a version of ${CHOSEN} of ${CLUSTERS} clusters leaves out, of ${PEOPLE.toLocaleString('en-US')} people`;
	const beside = `slowest ${millis(Math.max(...times))}`;
	const rest = { value, unit: 'ms', better: 'less', bar: 1000, stretch: 250 } as const;
	return [{ number: '20', what, ours: millis(value), beside, ...rest }];
}
