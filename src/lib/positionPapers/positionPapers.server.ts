import * as consultations from '../consultations/consultations.server.ts';
import { accountIdOf } from '../people/person.ts';
import * as organisations from '../people/organisations/organisations.server.ts';
import { BODY_MAX, BODY_MIN, TITLE_MAX } from '../proposals/proposal.ts';
import { excerpt } from '../texts/excerpt.ts';
import * as proposals from '../proposals/proposals.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { databaseErrorOf } from '../server/db/databaseErrors.ts';
import { transaction } from '../server/db/transaction.ts';
import { idFrom, newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { sha256 } from '../sha256.ts';
import { earlier, MINUTE } from '../time.ts';
import { found, noWhen, NotFound, obey, yes, type Verdict } from '../verdict.ts';
import {
	DroppedNames,
	FILE_MAX,
	mayHandIn,
	mayReadOwn,
	mayReadPapers,
	mayRemove,
	maySend,
	mayUploadMore,
	NAME_MAX,
	PaperPlace
} from './positionPaper.ts';
import { ProblemName, StatusName, type Dropped, type Problem, type SendInput, type Status } from './positionPaper.ts';
import { PaperProblem } from './reading/blocks.ts';
import { readApart } from './reading/readApart.server.ts';
import * as store from './store.server.ts';

const PAGE = 20;
const TRIES = 2;
/** Whoever was not heard of for so long reads it no more. */
const STILL = 5 * MINUTE;

export interface Paper {
	id: string;
	organisationId: string;
	organisation: string;
	name: string;
	size: number;
	/** SHA-256 of the file. */
	digest: string;
	status: Status;
	problem: Problem | null;
	dropped: Dropped[];
	uploadedAt: string;
	sentAt: string | null;
	sections: number;
	/** The file as it came is still there. */
	kept: boolean;
	/** What became of its sections, and how many of those have an answer that is out. */
	contributions: number;
	answered: number;
}

function read(row: NonNullable<Awaited<ReturnType<typeof store.byId>>>): Paper {
	const { consultationId: _c, seatId: _s, tries: _t, claimedBy: _b, beatAt: _a, files, ...paper } = row;
	return {
		...paper,
		status: StatusName.parse(row.status),
		problem: ProblemName.nullable().parse(row.problem),
		dropped: DroppedNames.parse(JSON.parse(row.dropped)),
		sections: Number(row.sections ?? 0),
		kept: Number(files ?? 0) > 0,
		contributions: Number(row.contributions ?? 0),
		answered: Number(row.answered ?? 0)
	};
}

/** Whether the one who asks may bring one more paper of their organisation. */
export async function mayUpload(ctx: Ctx): Promise<Verdict> {
	const { phases } = await consultations.current(ctx);
	const organisationId = ctx.person?.organisationId ?? null;
	const unsent = organisationId === null ? 0 : await store.countUnsent(ctx.db, organisationId);
	return mayUploadMore({ person: ctx.person, phases, now: ctx.now, unsent });
}

/** Takes a paper in as it is; the worker reads it. Sent twice, it is one. PaperProblem: tooLarge. Refused: papersUnsent. */
export async function upload(ctx: Ctx, id: string, file: { name: string; bytes: Uint8Array }): Promise<void> {
	if (file.bytes.length > FILE_MAX) throw new PaperProblem('tooLarge');
	if (file.bytes.length === 0) throw new PaperProblem('empty');
	await transaction(ctx, async (ctx) => {
		const { id: consultationId, phases } = await consultations.current(ctx);
		obey(mayHandIn({ person: ctx.person, phases, now: ctx.now }));
		const person = signedIn(ctx);
		const known = await store.byId(ctx.db, id);
		if (known?.organisationId === person.organisationId) return;
		if (known) throw new NotFound('paper');
		obey(await mayUpload(ctx));
		const name = file.name
			.normalize('NFC')
			.replace(/^.*[\\/]/, '')
			.slice(-NAME_MAX);
		const paper = {
			...{ id, consultationId, name, organisationId: found(person.organisationId, 'organisation') },
			...{ seatId: accountIdOf(person), size: file.bytes.length, digest: sha256(file.bytes) },
			...{ status: 'reading', problem: null, dropped: '[]', uploadedAt: ctx.now, sentAt: null },
			...{ claimedBy: null, beatAt: null }
		};
		await store.add(ctx.db, paper, Buffer.from(file.bytes).toString('base64'));
		await record(ctx, { verb: 'paper.uploaded', subjectId: id, consultationId, details: {} });
	});
}

/** So many at one go: with the longest time for each, less than after what somebody else begins them anew. */
const AT_ONCE = 8;

/** A chore: reads what came, one after the other. Where a file is none, nothing of it is kept but why. Returns how many. */
export async function readNew(ctx: Ctx): Promise<number> {
	const claimedBy = newId();
	for (let count = 0; count < AT_ONCE; count++) {
		const next = await claim(ctx, claimedBy);
		if (!next) return count;
		await readOne(ctx, next);
	}
	return AT_ONCE;
}

/** Of several processes one reads it; what that one has not finished, another begins anew after a while. */
async function claim(ctx: Ctx, claimedBy: string) {
	return transaction(ctx, async ({ db, now }) => {
		const next = await store.toRead(db, earlier(now, STILL));
		if (!next) return null;
		const tries = next.tries + 1;
		await store.claim(db, next.id, { claimedBy, beatAt: now, tries });
		return { id: next.id, claimedBy, tries };
	});
}

async function readOne(ctx: Ctx, paper: store.Claimed & { tries: number }): Promise<void> {
	try {
		if (paper.tries > TRIES) throw new PaperProblem('tooHard');
		const bytes = Buffer.from((await store.fileOf(ctx.db, paper.id)) ?? '', 'base64');
		const { sections, dropped } = await readApart(bytes);
		await transaction(ctx, ({ db }) => store.keepRead(db, paper, sections, JSON.stringify(dropped)));
	} catch (problem) {
		if (databaseErrorOf(problem)) {
			// That says nothing about the paper: the next one who comes by reads it, and this was no try.
			const free = { claimedBy: null, beatAt: null, tries: paper.tries - 1 };
			await transaction(ctx, ({ db }) => store.claim(db, paper.id, free));
			throw problem;
		}
		if (!(problem instanceof PaperProblem)) ctx.app.log.error({ err: problem }, 'a position paper could not be read');
		const why = problem instanceof PaperProblem ? problem.problem : 'damaged';
		await transaction(ctx, ({ db }) => store.refuse(db, paper, why));
	}
}

/** Papers of one's own organisation, newest first. */
export async function own(ctx: Ctx, before: string | null): Promise<{ papers: Paper[]; next: string | null }> {
	obey(mayReadOwn(ctx.person));
	return page(ctx, signedIn(ctx).organisationId, before);
}

/** For the team: all of them. */
export async function all(ctx: Ctx, before: string | null): Promise<{ papers: Paper[]; next: string | null }> {
	obey(mayReadPapers(ctx.person));
	return page(ctx, null, before);
}

async function page(ctx: Ctx, organisationId: string | null, before: string | null) {
	const rows = await store.list(ctx.db, organisationId, PaperPlace.read(before), PAGE + 1);
	const papers = rows.slice(0, PAGE).map(read);
	const last = rows.length > PAGE ? papers.at(-1) : undefined;
	return { papers, next: last ? PaperPlace.write({ at: last.uploadedAt, id: last.id }) : null };
}

/** Of one's own organisation; for the team any. NotFound: somebody else's. */
async function rowOf(ctx: Ctx, id: string) {
	const row = await store.byId(ctx.db, id);
	const mine = row !== undefined && ctx.person?.organisationId === row.organisationId;
	return found(row && (mine || mayReadPapers(ctx.person).ok) ? row : null, 'paper');
}

export interface PaperSection {
	place: number;
	/** Of what was sent: as the contribution has it now. Empty: it was left out, or its words are gone. */
	heading: string;
	body: string;
	/** Of the contribution it became. */
	number: number | null;
	/** It is as long as a contribution may be. */
	fits: boolean;
}

/** One paper with its sections, and whether whoever asks may send it. */
export async function paper(ctx: Ctx, id: string): Promise<Paper & { parts: PaperSection[]; may: Verdict }> {
	obey(ctx.person?.organisationId ? yes : mayReadPapers(ctx.person));
	const row = await rowOf(ctx, id);
	const parts = await store.sections(ctx.db, id);
	const may = await maySendIt(ctx, row);
	return {
		...read(row),
		parts: parts.map(({ proposalId: _, ...part }) => ({ ...part, fits: fitsContribution(part) })),
		may
	};
}

async function maySendIt(ctx: Ctx, row: Awaited<ReturnType<typeof rowOf>>): Promise<Verdict> {
	const { phases } = await consultations.current(ctx);
	const seats = await organisations.openSeats(ctx, row.organisationId);
	const bySameSeat = ctx.person !== null && row.seatId === accountIdOf(ctx.person);
	return maySend({ person: ctx.person, phases, now: ctx.now, seats, bySameSeat, status: StatusName.parse(row.status) });
}

/** The file as it came. NotFound: there is none any more. */
export async function original(ctx: Ctx, id: string): Promise<{ name: string; bytes: Uint8Array }> {
	obey(ctx.person?.organisationId ? yes : mayReadPapers(ctx.person));
	const { name } = await rowOf(ctx, id);
	return { name, bytes: Buffer.from(found(await store.fileOf(ctx.db, id), 'file'), 'base64') };
}

/**
 * Sends sections of a paper, each as a contribution of the organisation: all or none. Refused: paperSecondSeat, paperNotRead,
 * sectionsUnknown, sectionsUnfit, and as `proposals.submit`. Sent twice it changes nothing.
 */
export async function send(ctx: Ctx, id: string, form: SendInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayReadOwn(ctx.person));
		const row = await rowOf(ctx, id);
		if (row.status === 'sent') return;
		obey(await maySendIt(ctx, row));
		const wanted = new Set(form.sections);
		const parts = (await store.sections(ctx.db, id)).filter(({ place }) => wanted.has(place));
		obey(noWhen(parts.length < wanted.size, 'sectionsUnknown'));
		const unfit = parts.filter((part) => !fitsContribution(part)).map(({ place }) => place + 1);
		obey(noWhen(unfit.length > 0, 'sectionsUnfit', { list: unfit.join(', ') }));
		for (const { place, heading, body } of parts) {
			const field = form.fieldOf.get(place) ?? form.field;
			const text = { title: excerpt(heading, TITLE_MAX - 2), body: worded(heading, body), evidence: '' };
			// The same words sent already, in this paper or another one: they are one contribution, and the section leads to it.
			const { id: proposalId } = await proposals.submitted(ctx, row.consultationId, {
				...{ id: idFrom(id, String(place)), kind: 'proposal', field, ...text, consents: form.consents }
			});
			await store.becomes(ctx.db, id, place, proposalId);
		}
		await store.sent(ctx.db, id, ctx.now);
		const details = { count: parts.length };
		await record(ctx, { verb: 'paper.sent', subjectId: id, consultationId: row.consultationId, details });
	});
}

/** As any text that is written here. */
const fitsContribution = ({ heading, body }: { heading: string; body: string }) => {
	const { length } = worded(heading, body);
	return length >= BODY_MIN && length <= BODY_MAX;
};

/** A heading that is too long for a title stands whole above the text. */
const worded = (heading: string, body: string) =>
	heading.length <= TITLE_MAX - 2 || heading === body ? body : `${heading}\n\n${body}`;

/** Takes away what was not sent, with the file. Twice is once. Refused: paperSent. */
export async function remove(ctx: Ctx, id: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayReadOwn(ctx.person));
		const row = await store.byId(ctx.db, id);
		if (!row) return;
		const { status, consultationId } = await rowOf(ctx, id);
		obey(mayRemove(StatusName.parse(status)));
		await store.remove(ctx.db, [id]);
		await record(ctx, { verb: 'paper.removed', subjectId: id, consultationId, details: {} });
	});
}

/** Lets go of what nobody has sent. Returns how many. Call it inside `transaction`. */
export async function dropUnsentBefore(ctx: Ctx, limit: string): Promise<number> {
	const ids = await store.unsentBefore(ctx.db, limit);
	if (ids.length > 0) await store.remove(ctx.db, ids);
	return ids.length;
}

/**
 * Words of these contributions have to go, or some of them: the file that has them goes whole. Call it inside `transaction`.
 */
export async function dropFilesOf(ctx: Ctx, proposalIds: readonly string[]): Promise<void> {
	await store.dropFilesOf(ctx.db, proposalIds);
}

/** After contributions were emptied because their time was over: files that still have their words. Call it inside `transaction`. */
export async function dropFilesOfEmptied(ctx: Ctx): Promise<void> {
	await store.dropFilesOfEmptied(ctx.db);
}

/** What somebody of this seat has uploaded, without what stands in it: that is the organisation's. */
export async function keptOf(ctx: Ctx, seatId: string) {
	return store.ofSeat(ctx.db, seatId);
}

/** A seat has ended: nothing leads from a paper to who sat there. Call it inside `transaction`. */
export async function forgetSeat(ctx: Ctx, seatId: string): Promise<void> {
	await store.forgetSeat(ctx.db, seatId);
}

/** Two organisations become one. Call it inside `transaction`. */
export async function handOver(ctx: Ctx, from: string, into: string): Promise<void> {
	await store.handOver(ctx.db, from, into);
}
