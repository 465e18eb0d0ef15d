import * as consultations from '../../consultations/consultations.server.ts';
import { colleaguesOf } from '../../people/places/places.server.ts';
import { GroupName, hasRole } from '../../people/person.ts';
import { mayRecord } from '../../recording/recording.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { newId } from '../../server/ids.ts';
import { record } from '../../server/journal/journal.server.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { fieldSentence, reasonSentence, t } from '../../texts/texts.ts';
import { earlier } from '../../time.ts';
import { found, NotFound, obey, Refused } from '../../verdict.ts';
import { paperById } from '../ballotPapers/store.server.ts';
import { mayRecordVotes } from '../sheets/sheet.ts';
import { recordSheet } from '../sheets/sheets.server.ts';
import type { Choice } from '../vote.ts';
import {
	choiceName,
	ChoiceSeen,
	CONSENT,
	consentName,
	FILE_MAX,
	FILES_MAX,
	KEPT,
	NAME_MAX,
	placeOfPage
} from './scan.ts';
import { pictureKind } from '../../pictureKind.ts';
import { ProblemName, Reading, type Problem, type UploadInput } from './scan.ts';
import * as store from './store.server.ts';

const LISTED = 50;

interface Uploaded {
	name: string;
	bytes: Uint8Array;
}

/** Takes a pile of pictures in; the worker reads them. What is none is refused by name, the rest goes on. Sent twice, it is one. */
export async function upload(ctx: Ctx, { id, date, place }: UploadInput, files: readonly Uploaded[]): Promise<void> {
	if (files.length > FILES_MAX) throw new Refused('picturesTooMany', { most: String(FILES_MAX) });
	await transaction(ctx, async (ctx) => {
		const { id: consultationId, phases } = await consultations.current(ctx);
		obey(mayRecordVotes({ person: ctx.person, phases, now: ctx.now, saidOn: date, group: null }));
		if (await store.scanById(ctx.db, id)) return;
		const uploadedBy = signedIn(ctx).id;
		await store.addScan(ctx.db, { id, consultationId, uploadedBy, uploadedAt: ctx.now, saidOn: date, place });
		for (const [place, file] of files.entries()) await addPicture(ctx, id, place, file);
		await record(ctx, { verb: 'scan.uploaded', subjectId: id, consultationId, details: { count: files.length } });
	});
}

async function addPicture(ctx: Ctx, scanId: string, place: number, { name, bytes }: Uploaded): Promise<void> {
	const shown = name
		.normalize('NFC')
		.replace(/^.*[\\/]/, '')
		.slice(-NAME_MAX);
	const problem = problemOf(bytes);
	const fresh = { id: newId(Date.parse(ctx.now)), scanId, name: shown };
	if (problem === null) {
		await store.addFile(ctx.db, { ...fresh, place, body: Buffer.from(bytes).toString('base64') });
		return;
	}
	const unread = { problem, paperId: null, page: null, reading: null, readAt: ctx.now };
	await store.addPage(ctx.db, { ...fresh, ...unread, place: placeOfPage(place, 0) });
}

function problemOf(bytes: Uint8Array): Problem | null {
	if (bytes.length > FILE_MAX) return 'tooLarge';
	return pictureKind(bytes) === null ? 'notPicture' : null;
}

/** Of whoever asks and of colleagues of the same place, newest first. */
export async function scans(ctx: Ctx) {
	obey(mayRecord(ctx.person));
	const whose = hasRole(ctx.person, 'admin') ? null : await colleaguesOf(ctx);
	const rows = await store.scans(ctx.db, whose, LISTED);
	return rows.map(({ id, uploadedAt, place, counted, files, waiting }) => ({
		...{ id, uploadedAt, place, counted, reading: Number(files ?? 0) > 0, waiting: Number(waiting ?? 0) }
	}));
}

async function scanOf(ctx: Ctx, id: string) {
	obey(mayRecord(ctx.person));
	const scan = found(await store.scanById(ctx.db, id), 'scan');
	// For everybody else it does not exist.
	if (!hasRole(ctx.person, 'admin') && !(await colleaguesOf(ctx)).includes(scan.uploadedBy)) throw new NotFound('scan');
	return scan;
}

interface DoubtfulRow {
	pageId: string;
	point: number;
	title: string;
	name: string;
}

/** One paper as far as its pages are there. */
export interface ScannedPaper {
	id: string;
	/** The last signs of its id, as they stand at its foot. */
	mark: string;
	pages: { id: string; page: number; name: string }[];
	of: number;
	turned: boolean;
	/** Votes that were read beyond doubt. */
	sure: number;
	doubtful: DoubtfulRow[];
	/** The page whose box of the consent somebody has to look at; null: it is crossed. `none`: its page is missing. */
	consent: string | 'none' | null;
}

export interface Scan {
	id: string;
	uploadedAt: string;
	place: string;
	saidOn: string;
	counted: number;
	/** Names of files that are still to be read, and how many pages of each are. */
	reading: { id: string; name: string; through: number }[];
	papers: ScannedPaper[];
	refused: { id: string; name: string; problem: Problem }[];
}

type PageRow = Awaited<ReturnType<typeof store.pagesOf>>[number];

/** NotFound: there is none, or it is somebody else's. */
export async function scan(ctx: Ctx, id: string): Promise<Scan> {
	const { uploadedAt, place, saidOn, counted, consultationId } = await scanOf(ctx, id);
	const pages = await store.pagesOf(ctx.db, id);
	const points = await strategy.currentPoints(ctx, consultationId);
	const titles = new Map(points.map(({ number, title }) => [number, title]));
	return {
		...{ id, uploadedAt, place, saidOn, counted },
		reading: await store.filesOf(ctx.db, id),
		papers: [...byPaper(pages)].map(([paper, rows]) => paperOf(paper, rows, titles)),
		refused: pages.flatMap(({ id, name, problem }) =>
			problem ? [{ id, name, problem: ProblemName.parse(problem) }] : []
		)
	};
}

function byPaper(pages: readonly PageRow[]): Map<string, PageRow[]> {
	const papers = new Map<string, PageRow[]>();
	for (const page of pages) {
		if (page.paperId === null) continue;
		papers.set(page.paperId, [...(papers.get(page.paperId) ?? []), page]);
	}
	return papers;
}

const readingOf = (page: PageRow) => Reading.parse(JSON.parse(page.reading ?? '{}'));

function paperOf(id: string, rows: readonly PageRow[], titles: ReadonlyMap<number, string>): ScannedPaper {
	const pages = [...rows].sort((one, other) => (one.page ?? 0) - (other.page ?? 0));
	const read = pages.map((page) => ({ page, reading: readingOf(page) }));
	const marks = read.flatMap(({ page, reading }) => reading.marks.map((mark) => ({ ...mark, pageId: page.id })));
	const consents = read.filter(({ reading }) => reading.consent !== undefined);
	const [first] = consents;
	return {
		id,
		mark: id.slice(-6).toUpperCase(),
		pages: pages.map(({ id, page, name }) => ({ id, page: page ?? 0, name })),
		of: Math.max(...read.map(({ reading }) => reading.pages)),
		turned: read.some(({ reading }) => reading.turned),
		sure: marks.filter(({ sure, choice }) => sure && choice !== null).length,
		doubtful: marks
			.filter(({ sure }) => !sure)
			.map(({ pageId, point }) => ({ pageId, point, title: titles.get(point) ?? '', name: choiceName(pageId, point) })),
		consent: first ? (first.reading.consent === true ? null : first.page.id) : 'none'
	};
}

/** A cut-out: bytes of a JPEG. NotFound. */
export async function picture(ctx: Ctx, scanId: string, pageId: string, point: number): Promise<Uint8Array> {
	await scanOf(ctx, scanId);
	if (point < CONSENT) throw new NotFound('picture');
	const { body } = found(await store.picture(ctx.db, scanId, pageId, point), 'picture');
	return Buffer.from(body, 'base64');
}

/** Takes a page out of its pile; it is not counted, and its picture is gone. Twice is once. */
export async function discardPage(ctx: Ctx, scanId: string, pageId: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		await scanOf(ctx, scanId);
		const page = await store.pageById(ctx.db, pageId);
		if (page?.scanId === scanId) await store.dropPages(ctx.db, [pageId]);
	});
}

export interface CountOutcome {
	papers: number;
	votes: number;
	/** Sentences by the name of a field, or `paper-ID`. */
	errors: Record<string, string>;
}

/**
 * Counts every paper of a pile of which nothing is open any more, each in a transaction of its own and by the verb that
 * counts sheets typed in; its pictures go with it. `seen`: what a person has seen in the cut-outs.
 */
export async function count(ctx: Ctx, scanId: string, seen: Readonly<Record<string, unknown>>): Promise<CountOutcome> {
	await scanOf(ctx, scanId);
	const outcome: CountOutcome = { papers: 0, votes: 0, errors: {} };
	const pages = await store.pagesOf(ctx.db, scanId);
	for (const [paperId] of byPaper(pages)) {
		try {
			const votes = await transaction(ctx, (ctx) => countPaper(ctx, scanId, paperId, seen));
			if ('errors' in votes) Object.assign(outcome.errors, votes.errors);
			else {
				outcome.papers++;
				outcome.votes += votes.count;
			}
		} catch (problem) {
			if (!(problem instanceof Refused)) throw problem;
			outcome.errors[`paper-${paperId}`] = reasonSentence(problem.reason, problem.facts);
		}
	}
	return outcome;
}

async function countPaper(
	ctx: Ctx,
	scanId: string,
	paperId: string,
	seen: Readonly<Record<string, unknown>>
): Promise<{ count: number } | { errors: Record<string, string> }> {
	const scan = await scanOf(ctx, scanId);
	const rows = (await store.pagesOf(ctx.db, scanId)).filter((page) => page.paperId === paperId);
	// Somebody else has counted it meanwhile.
	if (rows.length === 0) return { count: 0 };
	const paper = found(await paperById(ctx.db, paperId), 'paper');
	const { lines, errors } = linesOf(paperOf(paperId, rows, new Map()), rows, seen);
	if (Object.keys(errors).length > 0) return { errors };
	const { saved } = await recordSheet(ctx, scan.consultationId, {
		...{ id: paperId, former: undefined, same: undefined, channel: 'paper', readBack: undefined },
		...{ date: scan.saidOn, place: scan.place, group: GroupName.parse(paper.group), version: paper.version, lines }
	});
	await store.dropPages(
		ctx.db,
		rows.map(({ id }) => id)
	);
	await store.noteCounted(ctx.db, scanId);
	return { count: saved.length };
}

function linesOf(paper: ScannedPaper, rows: readonly PageRow[], seen: Readonly<Record<string, unknown>>) {
	const errors: Record<string, string> = {};
	const lines: { point: number; choice: Choice }[] = [];
	for (const page of rows)
		for (const { point, choice, sure } of readingOf(page).marks) {
			const name = choiceName(page.id, point);
			const answer = sure ? (choice ?? 'none') : ChoiceSeen.safeParse(seen[name]).data;
			if (answer === undefined) errors[name] = fieldSentence('choose');
			else if (answer !== 'none') lines.push({ point, choice: answer });
		}
	if (paper.consent !== null && seen[consentName(paper.id)] !== 'yes') {
		errors[consentName(paper.id)] = t.votes.papers.consentOpen;
	}
	if (lines.length === 0 && Object.keys(errors).length === 0) errors[`paper-${paper.id}`] = t.votes.papers.nothingOn;
	return { lines, errors };
}

/** A chore: pictures nobody has counted in time go. */
export async function dropOldScans(ctx: Ctx): Promise<void> {
	for (const { id } of await store.uploadedBefore(ctx.db, earlier(ctx.now, KEPT)))
		await transaction(ctx, ({ db }) => store.dropScan(db, id));
}
