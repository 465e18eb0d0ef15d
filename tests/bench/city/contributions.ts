import { STANCES } from '#lib/comments/comment.ts';
import { ACTIONS } from '#lib/consultations/consultation.ts';
import { fold } from '#lib/proposals/lists/searchText.ts';
import { KINDS } from '#lib/proposals/proposal.ts';
import { idOf, moment, type Chance } from './chance.ts';
import { authorOf, groupOf, FAR } from './people.ts';
import type { Sink } from './sink.ts';
import { text, title } from './words.ts';

const FIELDS = ['Wohnen', 'Arbeit', 'Zugang zu Hilfen', 'Gesundheit', 'Kinder und Familie', 'Mobilität'];
const SUPPORTERS = 40;

export const CONSULTATION = idOf('consultation', 0);
export const PHASE = idOf('phase', 0);

export async function establish(sink: Sink): Promise<void> {
	await sink.fill(
		'consultations',
		['id', 'slug', 'title', 'lead', 'position', 'created_at'],
		[[CONSULTATION, 'strategie', 'Strategie gegen Armut', 'Wir schreiben sie gemeinsam.', 0, moment(0)]]
	);
	await sink.fill(
		'questions',
		['id', 'consultation_id', 'title', 'position'],
		['Was ist das dringendste Problem?', 'Was soll zuerst geschehen?'].map((title, n) => [
			...[idOf('consultation', n + 1), CONSULTATION, title, n]
		])
	);
	// Open from long ago to far ahead, so that the bench does not depend on the day.
	await sink.fill(
		'phases',
		['id', 'consultation_id', 'slug', 'title', 'begins_at', 'ends_at'],
		[[PHASE, CONSULTATION, 'draft', 'Entwurf', '2020-01-01T00:00:00.000Z', FAR]]
	);
	await sink.fill(
		'phase_actions',
		['phase_id', 'action'],
		ACTIONS.map((action) => [PHASE, action])
	);
	await sink.fill(
		'fields',
		['id', 'consultation_id', 'slug', 'title', 'lead', 'position'],
		FIELDS.map((name, n) => [idOf('field', n), CONSULTATION, fold(name).replaceAll(' ', '-'), name, '', n])
	);
}

export const fieldOf = (n: number) => idOf('field', n % FIELDS.length);

export async function contribute(
	sink: Sink,
	chance: Chance,
	size: { proposals: number; comments: number; persons: number }
) {
	const texts: [number, string, string, string][] = [];
	const authors = Array.from({ length: size.proposals }, () => 1 + chance.below(size.persons - 1));
	const supported = authors.map(() => chance.below(SUPPORTERS));
	const rows = authors.map((author, n) => {
		const [head, body] = [title(chance), text(chance, 500 + chance.below(500))];
		texts.push([n + 1, idOf('proposal', n), fold(head), fold(`${head} ${body} `)]);
		const at = moment(n);
		const who = authorOf(author);
		const what = [idOf('proposal', n), n + 1, CONSULTATION, fieldOf(n), chance.one(KINDS), head, body];
		return [...what, ...who, at, at, at, at, supported[n] ?? 0, size.comments];
	});
	const what = ['id', 'number', 'consultation_id', 'field_id', 'kind', 'title', 'body'];
	const who = ['author_id', 'author_name', 'author_group', 'organisation_id'];
	const when = ['created_at', 'changed_at', 'submitted_at', 'published_at'];
	await sink.fill('proposals', [...what, ...who, ...when, 'support_count', 'comment_count'], rows);
	await sink.fill('proposal_texts', ['rowid', 'proposal_id', 'title', 'folded'], texts);
	await sink.fill('supports', ['proposal_id', 'person_id', 'group', 'created_at'], supports(supported, size.persons));
	await comment(sink, chance, size);
	await sink.fill('counters', ['name', 'value'], [['proposal', size.proposals]]);
}

function* supports(counts: readonly number[], persons: number) {
	for (const [n, count] of counts.entries()) {
		for (let one = 0; one < count; one++) {
			const person = 1 + ((n * 7 + one) % (persons - 1));
			yield [idOf('proposal', n), idOf('person', person), groupOf(person), moment(n + one)];
		}
	}
}

/** Every fourth one answers the first of its contribution. */
async function comment(sink: Sink, chance: Chance, size: { proposals: number; comments: number; persons: number }) {
	const what = ['id', 'consultation_id', 'proposal_id', 'parent_id', 'stance', 'body'];
	const who = ['author_id', 'author_name', 'author_group', 'organisation_id'];
	function* rows() {
		for (let n = 0; n < size.proposals * size.comments; n++) {
			const proposal = Math.floor(n / size.comments);
			const author = 1 + chance.below(size.persons - 1);
			const parent = n % 4 === 3 ? idOf('comment', proposal * size.comments) : null;
			const said = [chance.one(STANCES), text(chance, 100 + chance.below(300))];
			const about = [idOf('comment', n), CONSULTATION, idOf('proposal', proposal), parent];
			const by = authorOf(author);
			yield [...about, ...said, ...by, moment(n), moment(n)];
		}
	}
	await sink.fill('comments', [...what, ...who, 'created_at', 'published_at'], rows());
}
