import { randomInt } from 'node:crypto';
import { encode } from 'uqr';
import * as consultations from '../../consultations/consultations.server.ts';
import { issueCards } from '../../people/cards/cardUse.server.ts';
import { makeCode, showCode } from '../../people/cards/cardCode.ts';
import { groupNamesLong } from '../../people/groupNames.ts';
import type { Group } from '../../people/person.ts';
import { mayRecord } from '../../recording/recording.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import type { SentFile } from '../../server/http/sendFile.ts';
import { newId } from '../../server/ids.ts';
import { record } from '../../server/journal/journal.server.ts';
import { wordsOf } from '../../server/print/blocks.ts';
import type { Job } from '../../server/print/job.ts';
import { openPdfWorker } from '../../server/print/pdfWorker.server.ts';
import { sha256 } from '../../sha256.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { excerpt } from '../../texts/excerpt.ts';
import { inGerman } from '../../texts/current.ts';
import { fill, t } from '../../texts/texts.ts';
import { found, obey, Refused } from '../../verdict.ts';
import { pointsOn } from '../sheets/sheet.ts';
import { CHOICES } from '../vote.ts';
import { codeOf } from './code.ts';
import { BODY_MAX, BOX, CODE, layOut, MARK, type LaidPage, type PrintedPoint } from './layout.ts';
import { PAGES_MAX, type PrintInput } from './paper.ts';
import * as store from './store.server.ts';

interface Paper {
	id: string;
	/** Of its card, without hyphens. */
	code: string;
}

/**
 * Ballot papers of the newest version as one accessible PDF, each with a code of its own to be torn off. The codes are in
 * the file and nowhere else. `pages`: where everything stands on each of them. Refused: roleMissing, noPointsToVoteOn,
 * papersTooMany, print….
 */
export async function printPapers(
	ctx: Ctx,
	{ group, copies, feld }: PrintInput
): Promise<SentFile & { pages: readonly LaidPage[] }> {
	obey(mayRecord(ctx.person));
	const { id: consultationId } = await consultations.current(ctx);
	const { number } = found(await strategy.latestHead(ctx, consultationId), 'version');
	const points = await printedPoints(ctx, consultationId, number, feld || null);
	const pages = layOut(points);
	if (points.length === 0) throw new Refused('noPointsToVoteOn');
	if (pages.length * copies > PAGES_MAX) {
		throw new Refused('papersTooMany', { most: String(Math.max(1, Math.floor(PAGES_MAX / pages.length))) });
	}
	const papers = Array.from({ length: copies }, () => ({ id: newId(), code: makeCode(randomInt) }));
	const job = printJob({ papers, pages, points, version: number, group, origin: ctx.app.config.origin });
	// Printed first: nobody gets cards for papers that are on no paper.
	const bytes = await openPdfWorker.print(job, 'team');
	await keep(ctx, { consultationId, version: number, group, pages }, papers);
	return { bytes, name: `stimm-boegen-fassung-${number}.pdf`, type: 'application/pdf', pages };
}

async function printedPoints(ctx: Ctx, consultationId: string, version: number, field: string | null) {
	const current = await strategy.currentPoints(ctx, consultationId);
	const whole = new Map((await strategy.version(ctx, version)).points.map((point) => [point.pointId, point]));
	const setting = { base: 1, origin: ctx.app.config.origin };
	return pointsOn(current, field).shown.flatMap(({ pointId }): PrintedPoint[] => {
		const point = whole.get(pointId);
		return point
			? [{ number: point.number, title: point.title, body: excerpt(wordsOf(point.body, setting), BODY_MAX) }]
			: [];
	});
}

interface Printed {
	papers: readonly Paper[];
	pages: readonly LaidPage[];
	points: readonly PrintedPoint[];
	version: number;
	group: Group;
	origin: string;
}

/** What the template draws. */
export function printJob({ papers, pages, points, version, group, origin }: Printed): Job {
	const words = t.votes.papers;
	const byNumber = new Map(points.map((point) => [point.number, point]));
	const address = `${origin}/anmelden`.replace(/^https?:\/\//, '');
	const title = fill(words.paperTitle, { number: version });
	const data = {
		title,
		lines: [
			...words.lines.map((line) => fill(line, { number: version })),
			fill(words.of, { group: groupNamesLong()[group] ?? '' })
		],
		again: words.again,
		choices: CHOICES.map((choice) => words.choices[choice]),
		words: {
			cut: words.cut,
			codeText: fill(words.codeText, { address }),
			consent: words.consent,
			consentText: words.consentText
		},
		...{ mark: MARK.side, box: BOX.side, code: CODE },
		papers: papers.map(({ id, code }) => ({
			code: showCode(code),
			pages: pages.map((page, at) => ({
				...{ title, marks: page.marks, consent: page.consent, cut: page.cut },
				rows: page.rows.map((row) => ({ ...row, title: '', body: '', ...byNumber.get(row.point) })),
				qr: picture(codeOf({ paper: id, page: at + 1, version })),
				foot: fill(words.foot, { page: at + 1, pages: pages.length, paper: id.slice(-6).toUpperCase() })
			}))
		}))
	};
	return { template: 'src/lib/votes/ballotPapers/ballotPaper.typ', data };
}

/** Without white around it: the page has that. */
function picture(text: string): string {
	const { data, size } = encode(text, { ecc: 'M', border: 0 });
	const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path.join('')}"/></svg>`;
}

interface Kept {
	consultationId: string;
	version: number;
	group: Group;
	pages: readonly LaidPage[];
}

async function keep(ctx: Ctx, { consultationId, version, group, pages }: Kept, papers: readonly Paper[]) {
	const json = JSON.stringify(pages);
	const layoutId = sha256(`${consultationId} ${version} ${json}`, 'base64url');
	await transaction(ctx, async (ctx) => {
		const printedBy = signedIn(ctx).id;
		await store.addLayout(ctx.db, { id: layoutId, consultationId, version, pages: json, madeAt: ctx.now });
		const cards = papers.map(({ code }) => ({ id: newId(), code }));
		await issueCards(
			ctx,
			inGerman(() => t.votes.papers.batch),
			group,
			cards
		);
		const rows = papers.map(({ id }, at) => ({
			id,
			layoutId,
			cardId: cards[at]?.id ?? null,
			group,
			printedBy,
			printedAt: ctx.now
		}));
		await store.addPapers(ctx.db, rows);
		await record(ctx, {
			verb: 'papers.printed',
			subjectId: layoutId,
			consultationId,
			details: { count: papers.length }
		});
	});
}
