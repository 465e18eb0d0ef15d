import { compare, type Comparable } from '#lib/strategy/versions/pointChanges.ts';
import { Chance } from '../city/chance.ts';
import { text } from '../city/words.ts';
import { median, millis, type Figure } from '../figure.ts';

const POINTS = 200;
const WORDS = 200;
const ROUNDS = 15;

/** Long enough for two hundred words, whatever words they are. */
function pointOf(chance: Chance, number: number): Comparable {
	const body = text(chance, WORDS * 12)
		.split(' ')
		.slice(0, WORDS)
		.join(' ');
	return { pointId: String(number), number, field: 'Wohnen', title: `Punkt ${number}`, body };
}

/** In every second point one word in twenty is another. */
function reworded(point: Comparable): Comparable {
	const words = point.body.split(' ').map((word, at) => (at % 20 ? word : 'anders'));
	return point.number % 2 ? point : { ...point, body: words.join(' ') };
}

/** 15: how long it takes to compare two versions by point and by word. */
export async function comparing(): Promise<Figure[]> {
	const chance = new Chance(15);
	const before = Array.from({ length: POINTS }, (_, n) => pointOf(chance, n + 1));
	const after = before.map(reworded);
	const times = Array.from({ length: ROUNDS }, () => {
		const began = performance.now();
		compare(before, after);
		return performance.now() - began;
	});
	const value = median(times);
	const what = `two versions of ${POINTS} points × ${WORDS} words, by word`;
	const beside = `slowest ${millis(Math.max(...times))}`;
	const rest = { value, unit: 'ms', better: 'less', bar: 100, stretch: 50 } as const;
	return [{ number: '15', what, ours: millis(value), beside, ...rest }];
}
