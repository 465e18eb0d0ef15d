import { newId } from '../../server/ids.ts';
import type { Ctx } from '../../server/ctx.ts';
import { databaseErrorOf } from '../../server/db/databaseErrors.ts';
import { transaction } from '../../server/db/transaction.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { earlier, MINUTE } from '../../time.ts';
import { BOX, PAGE, type LaidPage } from '../ballotPapers/layout.ts';
import { KeptPages } from '../ballotPapers/paper.ts';
import { paperById } from '../ballotPapers/store.server.ts';
import { byId as sheetById } from '../sheets/store.server.ts';
import type { Gray } from './gray.ts';
import { asJpeg, BadPicture, grayPages } from './pictures.server.ts';
import { cutOut, findCode, prepared, readPage, type ReadPage } from './readPage.ts';
import { pictureKind } from '../../pictureKind.ts';
import { CONSENT, placeOfPage, WHOLE, type Problem, type Reading } from './scan.ts';
import * as store from './store.server.ts';

/** Whoever reads is heard of after each page. */
const STILL = 2 * MINUTE;
const TRIES = 2;
/** Pixels a millimetre of what people are shown. */
const FINE = { whole: 4, row: 6 } as const;

export interface ScanReader {
	/** Reads one file; false: there is none. */
	step(ctx: Ctx): Promise<boolean>;
}

/** Whoever reads pictures; one to a process. What it has not finished, another one begins anew after a while. */
export function makeScanReader(): ScanReader {
	const claimedBy = newId();
	return {
		async step(ctx) {
			const file = await claim(ctx, claimedBy);
			if (!file) return false;
			await readFile(ctx, file, claimedBy);
			return true;
		}
	};
}

/** A chore: reads until nothing is left. `now`: a ctx of its own for every file. */
export async function readAllScans(reader: ScanReader, now: () => Ctx): Promise<void> {
	while (await reader.step(now()));
}

type File = NonNullable<Awaited<ReturnType<typeof store.nextFile>>>;

async function claim(ctx: Ctx, claimedBy: string): Promise<File | null> {
	return transaction(ctx, async (ctx) => {
		const file = await store.nextFile(ctx.db, earlier(ctx.now, STILL));
		if (!file) return null;
		await store.claimFile(ctx.db, file.id, { claimedBy, beatAt: ctx.now, tries: file.tries + 1 });
		return { ...file, tries: file.tries + 1 };
	});
}

async function readFile(ctx: Ctx, file: File, claimedBy: string): Promise<void> {
	const bytes = Buffer.from(file.body, 'base64');
	const kind = pictureKind(bytes);
	try {
		if (file.tries > TRIES) throw new BadPicture('tooHard');
		if (!kind) throw new BadPicture('notPicture');
		let at = 0;
		for await (const picture of grayPages(kind, bytes)) {
			at++;
			// Read before by somebody who was interrupted.
			if (at <= file.through) continue;
			if (!(await keep(ctx, { file, claimedBy, at }, await read(ctx, picture)))) return;
		}
	} catch (error) {
		if (databaseErrorOf(error)) throw error;
		if (!(error instanceof BadPicture))
			ctx.app.log.error({ err: error }, 'a picture of a ballot paper could not be read');
		await keep(
			ctx,
			{ file, claimedBy, at: file.through },
			{ problem: error instanceof BadPicture ? error.problem : 'unreadable' }
		);
	}
	await transaction(ctx, ({ db }) => store.dropFile(db, file.id));
}

interface Good {
	paperId: string;
	page: number;
	reading: Reading;
	pictures: { point: number; body: string }[];
}
type Outcome = Good | { problem: Problem };

async function read(ctx: Ctx, picture: Gray): Promise<Outcome> {
	const image = prepared(picture);
	const found = findCode(image);
	if ('problem' in found) return found;
	const paper = await paperById(ctx.db, found.code.paper);
	const pages = paper ? KeptPages.parse(JSON.parse(paper.pages)) : [];
	const laid = pages[found.code.page - 1];
	if (!paper || !laid || paper.version !== found.code.version) return { problem: 'foreign' };
	const newest = await strategy.latestHead(ctx, paper.consultationId);
	if (newest?.number !== paper.version) return { problem: 'otherVersion' };
	const result = readPage(image, found.corners, laid);
	if ('problem' in result) return result;
	const { marks, consent, turned } = result;
	const reading: Reading = { marks, consent, turned, pages: pages.length };
	return { paperId: paper.id, page: found.code.page, reading, pictures: await cutOuts(result, laid) };
}

/** The page, small, and every row that somebody has to look at. */
async function cutOuts(result: ReadPage, { rows, consent, marks }: LaidPage): Promise<Good['pictures']> {
	const bottom = Math.max(...marks.map(({ y }) => y)) + 8;
	const whole = cutOut(result, { x: 0, y: 0, width: PAGE.width, height: bottom }, FINE.whole);
	const pictures = [{ point: WHOLE, body: await asJpeg(whole) }];
	for (const { point, y } of rows) {
		if (result.marks.find((mark) => mark.point === point)?.sure !== false) continue;
		const around = { x: 116, y, width: 76, height: BOX.side + 13 };
		pictures.push({ point, body: await asJpeg(cutOut(result, around, FINE.row)) });
	}
	if (consent && result.consent !== true) {
		const around = { x: consent.x - 4, y: consent.y - 4, width: 110, height: BOX.side + 8 };
		pictures.push({ point: CONSENT, body: await asJpeg(cutOut(result, around, FINE.row)) });
	}
	return pictures;
}

/** false: somebody else reads this file by now. */
async function keep(
	ctx: Ctx,
	{ file, claimedBy, at }: { file: File; claimedBy: string; at: number },
	outcome: Outcome
) {
	return transaction(ctx, async (ctx) => {
		if (!(await store.beat(ctx.db, file.id, claimedBy, ctx.now, at))) return false;
		const id = newId(Date.parse(ctx.now));
		const page = { id, scanId: file.scanId, place: placeOfPage(file.place, at), name: file.name, readAt: ctx.now };
		const again = 'problem' in outcome ? outcome.problem : await seenBefore(ctx, outcome);
		if ('problem' in outcome || again !== null) {
			await store.addPage(ctx.db, { ...page, problem: again, paperId: null, page: null, reading: null });
			return true;
		}
		const { paperId, reading, pictures } = outcome;
		const good = { problem: null, paperId, page: outcome.page, reading: JSON.stringify(reading) };
		await store.addPage(ctx.db, { ...page, ...good });
		await store.addPictures(
			ctx.db,
			pictures.map((one) => ({ pageId: id, ...one }))
		);
		return true;
	});
}

async function seenBefore(ctx: Ctx, { paperId, page }: Good): Promise<Problem | null> {
	if (await sheetById(ctx.db, paperId)) return 'alreadyCounted';
	return (await store.pageRead(ctx.db, paperId, page)) ? 'doubled' : null;
}
