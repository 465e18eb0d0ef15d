import { writeMarks, type Marks } from '#lib/votes/ballots/ballot.ts';
import { idOf, type Chance } from './chance.ts';
import { PHASE } from './contributions.ts';
import { GROUPS } from './people.ts';
import type { Sink } from './sink.ts';
import { wordingOf } from './strategy.ts';

const TOKEN_BYTES = 12;
const DAYS = 120;
const WORDS = ['disagree', 'pass', 'agree'] as const;

interface Tally {
	agree: number;
	pass: number;
	disagree: number;
}

interface Voter {
	token: string;
	group: string;
	standing: string;
	day: string;
}

/**
 * Everybody votes on every point, with a token of chance: ballots come in the order in which real ones reach the index,
 * which leaves its pages as full as they would be. The tallies are counted on the way, exactly.
 */
export async function vote(sink: Sink, chance: Chance, size: { points: number; votes: number }): Promise<void> {
	const boxes = Array.from({ length: size.points }, (_, n) => n);
	await sink.fill(
		'ballot_boxes',
		['id', 'point_id', 'wording_id', 'phase_id'],
		boxes.map((n) => [n + 1, idOf('point', n), wordingOf(n, 2), PHASE])
	);
	await sink.fill('counters', ['name', 'value'], [['ballot-box', size.points]]);
	const tallies = new Map<string, Tally>();
	await sink.fill('ballots', ['voter', 'phase_id', 'group', 'standing', 'marks'], ballots(chance, size, tallies));
	const rows = [...tallies].map(([key, { agree, pass, disagree }]) => {
		const [box, group, standing] = key.split(' ');
		return [Number(box), group ?? '', standing ?? '', 0, agree, pass, disagree];
	});
	await sink.fill('tallies', ['box_id', 'group', 'standing', 'slot', 'agree', 'pass', 'disagree'], rows);
}

function votersOf(chance: Chance, count: number): Voter[] {
	const bytes = Buffer.alloc(TOKEN_BYTES);
	return Array.from({ length: count }, (_, voter) => {
		for (let at = 0; at < TOKEN_BYTES; at += 4) bytes.writeUInt32LE(chance.bits(), at);
		const group = GROUPS[voter % GROUPS.length] ?? 'none';
		const standing = group === 'practice' && voter % 40 === 1 ? 'organisation' : 'person';
		const day = new Date(Date.UTC(2026, 5, 1 + chance.below(DAYS))).toISOString().slice(0, 10);
		return { token: bytes.toString('base64url'), group, standing, day };
	});
}

function* ballots(chance: Chance, size: { points: number; votes: number }, tallies: Map<string, Tally>) {
	for (const { token, group, standing, day } of votersOf(chance, Math.ceil(size.votes / size.points))) {
		const marks: Marks = new Map();
		for (let box = 1; box <= size.points; box++) {
			const which = chance.below(3);
			count(tallies, `${box} ${group} ${standing}`, which);
			marks.set(box, { choice: WORDS[which] ?? 'pass', hand: null, day });
		}
		yield [token, PHASE, group, standing, writeMarks(marks)];
	}
}

function count(tallies: Map<string, Tally>, key: string, which: number): void {
	const tally = tallies.get(key) ?? { agree: 0, pass: 0, disagree: 0 };
	tally[WORDS[which] ?? 'pass'] += 1;
	tallies.set(key, tally);
}
