import { randomInt } from 'node:crypto';
import * as consultations from '../../consultations/consultations.server.ts';
import { makeCode, showCode } from '../../people/cards/cardCode.ts';
import { issueCards, sheetNumber } from '../../people/cards/cardUse.server.ts';
import { asksForDistrict } from '../../people/details/district.ts';
import { groupNamesLong } from '../../people/groupNames.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import type { SentFile } from '../../server/http/sendFile.ts';
import { newId } from '../../server/ids.ts';
import { record } from '../../server/journal/journal.server.ts';
import { cachedPdf } from '../../server/print/pdfCache.server.ts';
import { openPdfWorker } from '../../server/print/pdfWorker.server.ts';
import { fill, t } from '../../texts/texts.ts';
import { currentFacts } from '../../texts/locales/current.ts';
import { inLocale } from '../../texts/locales/address.ts';
import type { Locale } from '../../texts/locales/locale.ts';
import { withWords } from '../../wording/wording.server.ts';
import { obey } from '../../verdict.ts';
import { CHANNELS, mayRecord, SHEET_KINDS } from '../recording.ts';
import type { SheetOrder } from './sheetOrder.ts';

interface PaperStrip {
	/** Of the sheet, in the box for the helper; empty: it has no strip. */
	number: string;
	/** With hyphens. */
	code: string;
}

const choices = (label: string, options: readonly string[]) => ({ label, options, line: false });
const line = (label: string) => ({ label, options: [], line: true });

/** For whoever writes: what they say comes first and has most room. */
function forWriter() {
	const paper = t.recording.paper;
	return {
		body: { label: paper.body, hint: paper.bodyHint },
		kinds: choices(
			paper.kind,
			SHEET_KINDS.map((one) => t.proposals.kinds[one])
		),
		title: line(paper.titleLabel),
		district: asksForDistrict() ? line(t.people.district.label) : null,
		consent: choices(paper.consent, [paper.consentText])
	};
}

/** For whoever types it in: as on the screen. */
function forHelper(fields: readonly string[]) {
	const words = t.recording.form;
	return [
		choices(
			words.channel,
			CHANNELS.map((one) => t.recording.channels[one])
		),
		line(words.date),
		line(words.place),
		choices(words.group, Object.values(groupNamesLong())),
		choices(words.field, fields),
		line(words.language),
		choices(words.readBack, [words.readBackYes])
	];
}

/** What the writer reads is in their language, what the helper types in is in German. */
async function dataOf(ctx: Ctx, strips: readonly PaperStrip[], locale: Locale) {
	const { fields } = await consultations.current(ctx);
	const { office: title, number } = t.recording.paper;
	const office = { title, number, parts: forHelper(fields.map((field) => field.title)) };
	return { office, ...(await withWords({ ...ctx, locale }, async () => inTheirLanguage(ctx, strips, locale))) };
}

function inTheirLanguage(ctx: Ctx, strips: readonly PaperStrip[], locale: Locale) {
	const paper = t.recording.paper;
	const address = (ctx.app.config.origin + inLocale(locale, '/uebernehmen')).replace(/^https?:\/\//, '');
	return {
		lang: currentFacts().lang,
		title: paper.title,
		lines: paper.lines,
		writer: forWriter(),
		strip: { cut: paper.cut, text: fill(paper.codeText, { address }) },
		sheets: strips,
		foot: t.site.name
	};
}

const TEMPLATE = 'src/lib/recording/paper/sheet.typ';
const NAME = 'papier-bogen.pdf';

/** The empty form as an accessible PDF of one side. Refused: signInFirst, roleMissing, print…. */
export async function paperSheet(ctx: Ctx, locale: Locale = 'de'): Promise<SentFile> {
	obey(mayRecord(ctx.person));
	const data = await dataOf(ctx, [{ number: '', code: '' }], locale);
	const pdf = await cachedPdf({ template: TEMPLATE, data }, 'team');
	return { bytes: pdf, name: NAME, type: 'application/pdf' };
}

/**
 * Sheets with a code of their own to be torn off: whoever wrote on one takes it over with it. The codes are in the file
 * and nowhere else. Refused: roleMissing, print….
 */
export async function printSheets(ctx: Ctx, { group, copies, language }: SheetOrder): Promise<SentFile> {
	obey(mayRecord(ctx.person));
	const cards = Array.from({ length: copies }, () => ({ id: newId(), code: makeCode(randomInt) }));
	const strips = cards.map(({ id, code }) => ({ number: sheetNumber(id), code: showCode(code) }));
	// Printed first: nobody gets cards for sheets that are on no paper.
	const bytes = await openPdfWorker.print({ template: TEMPLATE, data: await dataOf(ctx, strips, language) }, 'team');
	await transaction(ctx, async (ctx) => {
		await issueCards(ctx, t.recording.paper.batch, group, cards);
		const { id: consultationId } = await consultations.current(ctx);
		await record(ctx, { verb: 'sheets.printed', subjectId: 'sheets', consultationId, details: { count: copies } });
	});
	return { bytes, name: NAME, type: 'application/pdf' };
}
