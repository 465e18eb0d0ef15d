import { expectSeen, type State } from '../editState.ts';
import * as profile from '../profile/profile.server.ts';
import type { App } from '../server/app.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { revision } from '../server/revision.ts';
import { sha256 } from '../sha256.ts';
import { mayReadDraft } from '../strategy/drafts/draft.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { WayName, type Note, type Omitted } from '../strategy/versions/omitted.ts';
import { noteText } from '../strategy/versions/omittedText.ts';
import type { Version } from '../strategy/versions/version.ts';
import { t } from '../texts/texts.ts';
import { NotFound, obey } from '../verdict.ts';
import { leftOut } from './leftOut.ts';
import { dissentSubject, mayExplain, wordSubject, type ExplainInput } from './omission.ts';
import * as store from './store.server.ts';
import { lostWords, type Text } from './words/lostWords.ts';

/** Of one to four people no figure is told. */
const LEAST = 5;

type Draft = Pick<Version, 'id' | 'consultationId' | 'preamble' | 'easy' | 'points'>;

/** Everything somebody reads of a version. Plain words count: what is only said there is said. */
function wordsIn({ preamble, easy, points }: Draft): string {
	const said = points.flatMap(({ title, body, measures }) => [title, body, ...measures.map(({ text }) => text)]);
	return [preamble, easy, ...said].join('\n');
}

async function notesOf(ctx: Ctx, versionId: string): Promise<ReadonlyMap<string, Note>> {
	const rows = await store.notes(ctx.db, versionId);
	return new Map(rows.map(({ subject, way, text }) => [subject, { way: WayName.parse(way), text }]));
}

/** What a draft does not say, with the sentences editors have written to it. For those who may read the draft. */
export async function omittedFrom(ctx: Ctx, draft: Draft): Promise<Omitted> {
	if (!mayReadDraft(ctx.person).ok) throw new NotFound('version');
	const notes = await notesOf(ctx, draft.id);
	const { words, ...found } = await foundIn(ctx, draft);
	const noteTo = (subject: string): Note | null => notes.get(subject) ?? null;
	return {
		...found,
		words: words && words.map((one) => ({ ...one, note: noteTo(wordSubject(one)) })),
		dissents: found.dissents.map((one) => ({ ...one, note: noteTo(dissentSubject(one)) }))
	};
}

async function foundIn(ctx: Ctx, draft: Draft) {
	const { consultationId, points } = draft;
	const texts = await store.texts(ctx.db, consultationId);
	const members = await store.members(ctx.db, consultationId);
	const segments = await store.segments(ctx.db, consultationId);
	return {
		...(await wordsMissing(ctx, draft, texts)),
		...leftOut({
			contributions: texts.flatMap(({ number }) => number ?? []),
			points,
			members: members.map(({ number, ...one }) => ({ ...one, contribution: number ?? 0 })),
			segments: segments.map(({ id, number }) => ({ id, contribution: number ?? 0 }))
		})
	};
}

type Row = Awaited<ReturnType<typeof store.texts>>[number];

/** Only texts in German are compared with a text in German. Organisations are in no group. */
async function wordsMissing(ctx: Ctx, draft: Draft, rows: readonly Row[]) {
	const texts = rows
		.filter(({ language }) => language === 'de')
		.map(({ title, body, authorId, authorGroup, organisationId }): Text => {
			const isPerson = organisationId === null;
			return {
				author: isPerson ? authorId : null,
				group: (isPerson && authorGroup) || '',
				text: `${title}\n${body}`
			};
		});
	const lost = compared(ctx.app, { texts, version: wordsIn(draft), groups: await profile.groupKeys(ctx) });
	const words = lost?.flatMap(({ group, words }) =>
		words.map(({ word, authors }) => ({ group, word, people: authors >= LEAST ? authors : null }))
	);
	return { texts: texts.length, words: words ?? null };
}

interface Compared {
	texts: readonly Text[];
	version: string;
	groups: readonly string[];
}
const lastCompared = new WeakMap<App, { of: string; lost: ReturnType<typeof lostWords> }>();

/** Comparing takes seconds with many texts. Of the very same words, to the last sign, it is done once. */
function compared(app: App, { texts, version, groups }: Compared): ReturnType<typeof lostWords> {
	const of = sha256(JSON.stringify([texts, version, groups]));
	const last = lastCompared.get(app);
	if (last?.of === of) return last.lost;
	const lost = lostWords(texts, version, groups);
	lastCompared.set(app, { of, lost });
	return lost;
}

/**
 * Compares the words of a draft before the transaction that publishes it: nobody waits for that. What is frozen is what
 * follows from the words as they are inside: when one of them has changed meanwhile, they are compared again.
 */
export async function compareAhead(ctx: Ctx, draft: Draft): Promise<void> {
	await wordsMissing(ctx, draft, await store.texts(ctx.db, draft.consultationId));
}

const known = new WeakMap<App, { of: string; omitted: Omitted }>();

/** The same for pages: computed anew when something in the database has changed. */
export async function lastOmitted(ctx: Ctx, draft: Draft & Pick<Version, 'revision'>): Promise<Omitted> {
	const of = `${draft.id} ${draft.revision} ${revision()}`;
	const last = known.get(ctx.app);
	if (last?.of === of) return last.omitted;
	const omitted = await omittedFrom(ctx, draft);
	known.set(ctx.app, { of, omitted });
	return omitted;
}

/** What is frozen with the version that just goes out; call it inside the transaction that publishes. */
export async function seal(ctx: Ctx, draft: Draft): Promise<Omitted> {
	const omitted = await omittedFrom(ctx, draft);
	await store.dropAll(ctx.db, draft.id);
	return omitted;
}

/** What the form of a sentence shows. */
export const noteState = (note: Note | null): State => ({ way: note?.way ?? '', text: note?.text ?? '' });

/** Writes the sentence to something that is not in the draft; everybody reads it with the version. Empty: none. */
export async function explain(ctx: Ctx, { version, subject, way, text, seen }: ExplainInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { publishedAt, number, consultationId } = await strategy.versionById(ctx, version);
		obey(mayExplain(ctx.person, { publishedAt }));
		const now = (await notesOf(ctx, version)).get(subject) ?? null;
		const wanted = text === '' || way === '' ? null : { way, text };
		if (now?.way === wanted?.way && now?.text === wanted?.text) return;
		// The fields of the form are called by their place on the page: what stands there now is told in words.
		expectSeen('omission', seen, noteState(now), [{ label: t.omissions.desk.text, text: noteText(now) }]);
		if (wanted === null) await store.drop(ctx.db, version, subject);
		else await store.put(ctx.db, { versionId: version, subject, ...wanted });
		await record(ctx, { verb: 'version.explained', subjectId: version, consultationId, details: { version: number } });
	});
}
