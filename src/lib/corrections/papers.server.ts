import { canonical, digestOf } from '../canonical.ts';
import * as calls from '../calls/calls.server.ts';
import * as callPapers from '../calls/papers.server.ts';
import * as reportPapers from '../reports/papers.server.ts';
import * as reports from '../reports/reports.server.ts';
import { makeCtx, type Ctx } from '../server/ctx.ts';
import type { SentFile } from '../server/http/sendFile.ts';
import { inGerman } from '../server/print/blocks.ts';
import { heading, note, paragraph, pdfTemplateData } from '../server/print/document.ts';
import { cachedPdf } from '../server/print/pdfCache.server.ts';
import * as prints from '../server/print/storedPapers.server.ts';
import * as versionPapers from '../strategy/paper/versionPapers.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import type { Locale } from '../texts/locales/locale.ts';
import { fill, t } from '../texts/texts.ts';
import { withTranslations } from '../translations/translations.server.ts';
import { Refused } from '../verdict.ts';
import { withWords } from '../wording/wording.server.ts';
import type { ThingKind } from './addendum.ts';
import { addenda, type Addendum } from './reading.server.ts';
import { shownAddendum } from './shown.ts';

/** Papers of what is published, with its addenda. */

const UNTOUCHED: prints.Added = { key: null, blocks: [] };

function blocksOf(one: Addendum, now: string): prints.Added['blocks'] {
	const words = t.corrections;
	const { mark, reason, correction, sealed, restores, successor, order } = shownAddendum(one, now);
	return [
		paragraph(`${fill(words.number, { number: one.number })}: ${mark}. ${fill(words.reason, { reason })}`),
		...(order ? [note({ text: fill(words.order, { order }) })] : []),
		...(correction ? [note({ text: `${correction.place}. ${words.firstText} »${correction.old}«` })] : []),
		...(sealed ? [note({ text: `${words.removed} ${sealed}` })] : []),
		...(restores ? [note({ text: fill(words.restored, { number: restores }) })] : []),
		...(successor ? [note({ text: `${words.successor}${successor.label}` })] : [])
	];
}

/**
 * What addenda add to the paper of a thing. The key is of all addenda to its kind: a paper also quotes what came before.
 * What is under seal is said until the day, not whether it is still there, so that a file made once stays true.
 */
function added(all: readonly Addendum[], kind: ThingKind, number: number): prints.Added {
	const touching = all.filter(({ target, states }) => {
		return target.kind === kind || states.some(({ of }) => of.kind === kind);
	});
	if (touching.length === 0) return UNTOUCHED;
	const own = touching.filter(({ target, states }) => {
		const on = [target, ...states.map(({ of }) => of)];
		return on.some((of) => of.kind === kind && of.number === number);
	});
	const key = digestOf(canonical([kind, number, ...touching.map(({ digest }) => digest)]));
	if (own.length === 0) return { key, blocks: [] };
	const said = own.map((one) => blocksOf({ ...one, sealedUntil: one.removal?.sealedUntil ?? null }, one.publishedAt));
	return { key, blocks: [heading(1, t.corrections.paperHeading, 'nachtraege'), ...said.flat()] };
}

/** Oldest first: a paper is read like a book. */
const everything = async (ctx: Ctx) => (await addenda(ctx)).reverse();

export async function versionPaper(ctx: Ctx, number: number, format: prints.Format): Promise<SentFile> {
	return versionPapers.paper(ctx, number, format, added(await everything(ctx), 'version', number));
}

/**
 * A version as PDF in another language, made when it is asked for: translations are corrected, and only the German file is
 * sealed. It says so at its beginning. Refused: print….
 */
export async function translatedVersionPaper(ctx: Ctx, number: number, locale: Locale): Promise<SentFile> {
	const reading = { ...ctx, locale };
	return withWords(reading, () =>
		withTranslations(reading, async () => {
			const document = await versionPapers.document(ctx, number);
			const more = added(await everything(ctx), 'version', number);
			const front = [note({ text: t.translations.shown.paperCounts }), ...(document.front ?? [])];
			const blocks = [...document.blocks, ...inGerman(more.blocks)];
			const data = pdfTemplateData({ ...document, front, blocks });
			const bytes = await cachedPdf({ template: 'src/lib/server/print/document.typ', data, at: document.at });
			return { bytes, name: `fassung-${number}-${locale}.pdf`, type: 'application/pdf' };
		})
	);
}

export async function reportPaper(ctx: Ctx, number: number, format: prints.Format): Promise<SentFile> {
	return reportPapers.paper(ctx, number, format, added(await everything(ctx), 'report', number));
}

export async function callPaper(ctx: Ctx, number: number, format: prints.Format): Promise<SentFile> {
	return callPapers.paper(ctx, number, format, added(await everything(ctx), 'call', number));
}

/** What there is of papers, for links that say what kind and how large. */
export async function made(ctx: Ctx, kind: ThingKind, number: number, digest: string) {
	return prints.made(ctx, added(await everything(ctx), kind, number).key ?? digest);
}

/** A chore: makes what has not been made yet, so that nobody waits and every link can say how large its file is. */
export async function printNew(ctx: Ctx): Promise<void> {
	const all = await everything(ctx);
	for (const { number, digest } of await strategy.versions(ctx)) {
		const more = added(all, 'version', number);
		for (const format of await lacking(ctx, more.key ?? digest ?? ''))
			await unlessBusy(versionPapers.paper(makeCtx(ctx.app, ctx.via), number, format, more));
	}
	for (const { number, digest } of await reports.list(ctx)) {
		const more = added(all, 'report', number);
		for (const format of await lacking(ctx, more.key ?? digest))
			await unlessBusy(reportPapers.paper(makeCtx(ctx.app, ctx.via), number, format, more));
	}
	for (const { number } of await calls.published(ctx)) {
		const more = added(all, 'call', number);
		const key = more.key ?? callPapers.keyOf(await calls.byNumber(ctx, number));
		for (const format of await lacking(ctx, key))
			await unlessBusy(callPapers.paper(makeCtx(ctx.app, ctx.via), number, format, more));
	}
}

async function lacking(ctx: Ctx, key: string): Promise<prints.Format[]> {
	const ready = new Set((await prints.made(ctx, key)).map((one) => one.format));
	return prints.FORMATS.filter((one) => !ready.has(one));
}

/** Without a press there are still Word files; and a busy one is asked again. */
async function unlessBusy(printing: Promise<SentFile>): Promise<void> {
	await printing.catch((problem: unknown) => {
		if (!(problem instanceof Refused)) throw problem;
	});
}
