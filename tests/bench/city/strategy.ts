import { canonical, digestOf } from '#lib/strategy/frozen/versionDigest.ts';
import { RELATIONS } from '#lib/strategy/points/point.ts';
import { idOf, moment, type Chance } from './chance.ts';
import { CONSULTATION, fieldOf } from './contributions.ts';
import type { Sink } from './sink.ts';
import { text, title } from './words.ts';

const SOURCES_EACH = 12;
/** Every third point was reworded for the second version. */
const reworded = (point: number) => point % 3 === 0;
export const wordingOf = (point: number, version: number) =>
	idOf('wording', 2 * point + (version === 2 && reworded(point) ? 1 : 0));

/** Two published versions, every point with contributions behind it, an answer for every contribution. */
export async function write(sink: Sink, chance: Chance, size: { points: number; proposals: number }): Promise<void> {
	const points = Array.from({ length: size.points }, (_, point) => point);
	await sink.fill(
		'points',
		['id', 'number', 'consultation_id', 'created_at'],
		points.map((point) => [idOf('point', point), point + 1, CONSULTATION, moment(point)])
	);
	const wordings = points.flatMap((point) => (reworded(point) ? [2 * point, 2 * point + 1] : [2 * point]));
	await sink.fill(
		'wordings',
		['id', 'point_id', 'field_id', 'title', 'body', 'written_by', 'written_at', 'frozen_at'],
		wordings.map((n) => {
			const point = Math.floor(n / 2);
			const said = [title(chance), text(chance, 700)];
			return [
				idOf('wording', n),
				idOf('point', point),
				fieldOf(point),
				...said,
				idOf('person', 0),
				moment(n),
				moment(n)
			];
		})
	);
	await versions(sink, size);
	const kinds = [1, 2].flatMap((version) => points.map((point) => [version, point] as const));
	await sink.fill(
		'version_points',
		['version_id', 'point_id', 'wording_id', 'position'],
		kinds.map(([v, point]) => [idOf('version', v), idOf('point', point), wordingOf(point, v), point + 1])
	);
	await sink.fill('sources', ['version_id', 'point_id', 'proposal_id', 'relation'], [...sources(chance, kinds, size)]);
	await answer(sink, size);
}

async function versions(sink: Sink, size: { points: number; proposals: number }): Promise<void> {
	const quarter = size.proposals / 4;
	const byGroup = { affected: quarter, practice: quarter, research: quarter, none: quarter };
	const counts = { contributions: size.proposals, answered: size.proposals, unanswered: 0, points: size.points };
	const numbers = canonical({ ...counts, byGroup });
	const rows = [1, 2].map((v) => {
		// As long as the frozen text of a version with its points and sources really is.
		const text = canonical({ number: v, numbers, points: 'x'.repeat(size.points * 2_000) });
		const head = [idOf('version', v), v, CONSULTATION, v === 1 ? null : idOf('version', 1), 'draft', `Fassung ${v}`];
		return [...head, 'Vorwort.', moment(v), 1, moment(1_000 * v), numbers, text, digestOf(text)];
	});
	const head = [
		'id',
		'number',
		'consultation_id',
		'previous_id',
		'kind',
		'title',
		'preamble',
		'created_at',
		'revision'
	];
	await sink.fill('versions', [...head, 'published_at', 'numbers', 'frozen', 'digest'], rows);
	await sink.fill(
		'counters',
		['name', 'value'],
		[
			['version', 2],
			['point', size.points]
		]
	);
}

function* sources(chance: Chance, kinds: readonly (readonly [number, number])[], size: { proposals: number }) {
	for (const [v, point] of kinds) {
		const first = (point * 37) % size.proposals;
		for (let n = 0; n < SOURCES_EACH; n++) {
			const proposal = idOf('proposal', (first + n) % size.proposals);
			yield [idOf('version', v), idOf('point', point), proposal, chance.one(RELATIONS)];
		}
	}
}

async function answer(sink: Sink, size: { proposals: number }): Promise<void> {
	const reason = 'Ihr Vorschlag steht jetzt in der Strategie. Wir haben ihn mit anderen zusammengeführt.';
	const all = Array.from({ length: size.proposals }, (_, n) => n);
	await sink.fill(
		'answers',
		['id', 'proposal_id', 'version_id', 'disposition', 'reason', 'written_at', 'published_at'],
		all.map((n) => [
			idOf('answer', n),
			idOf('proposal', n),
			idOf('version', 2),
			'adopted',
			reason,
			moment(n),
			moment(2_000)
		])
	);
	const told = ['id', 'at', 'verb', 'audience', 'subject_id', 'consultation_id', 'details'];
	const entry = (n: number, verb: string, subject: string, details: object) => [
		idOf('entry', n),
		moment(n),
		verb,
		'public',
		subject,
		CONSULTATION,
		JSON.stringify(details)
	];
	await sink.fill('journal', told, [
		...all.map((n) => entry(n, 'proposal.published', idOf('proposal', n), { number: n + 1, title: 'Beitrag' })),
		...[1, 2].map((v) =>
			entry(size.proposals + v, 'version.published', idOf('version', v), { number: v, title: 'Fassung' })
		)
	]);
}
