import type { Ctx } from '../ctx.ts';
import { transaction } from '../db/transaction.ts';
import type { SentFile } from '../http/sendFile.ts';
import type { Block } from './blocks.ts';
import { pdfTemplateData, type Document } from './document.ts';
import { openTextFile } from './openText.server.ts';
import { openPdfWorker } from './pdfWorker.server.ts';
import { wordFile } from './word.server.ts';

/**
 * Files made of what is frozen. They are made once, by whoever needs them first (mostly the worker, minutes after
 * publication), and kept by the digest of what they show. Bounded: one of each format for each frozen thing.
 */
export const FORMATS = ['pdf', 'docx', 'odt'] as const;
export type Format = (typeof FORMATS)[number];

/** Grows when templates change, so that old files are made again. */
const EDITION = 2;

const TYPES = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	odt: 'application/vnd.oasis.opendocument.text'
} as const;

/** What is added to a paper after it was frozen, and the key under which it is kept then; null: nothing was. */
export interface Added {
	key: string | null;
	blocks: Block[];
}

/** What there is, without the files: for links that say what kind and how large. */
export async function made(ctx: Ctx, digest: string): Promise<{ format: Format; bytes: number }[]> {
	const rows = await ctx.db
		.selectFrom('prints')
		.select(['format', 'size'])
		.where('digest', '=', digest)
		.where('edition', '=', EDITION)
		.execute();
	return FORMATS.flatMap((format) => {
		const row = rows.find((one) => one.format === format);
		return row ? [{ format, bytes: row.size }] : [];
	});
}

/** The file, made now if nobody has made it yet. Refused: print…. */
export async function paper(
	ctx: Ctx,
	digest: string,
	format: Format,
	named: { name: string; document: () => Promise<Document> }
): Promise<SentFile> {
	const row = await ctx.db
		.selectFrom('prints')
		.select('body')
		.where('digest', '=', digest)
		.where('format', '=', format)
		.where('edition', '=', EDITION)
		.executeTakeFirst();
	const bytes = row ? new Uint8Array(Buffer.from(row.body, 'base64')) : await make(ctx, digest, format, named.document);
	return { bytes, name: `${named.name}.${format}`, type: TYPES[format] };
}

async function write(document: Document, format: Format): Promise<Uint8Array> {
	if (format === 'docx') return wordFile(document);
	if (format === 'odt') return openTextFile(document);
	const data = pdfTemplateData(document);
	return openPdfWorker.print({ template: 'src/lib/server/print/document.typ', data, at: document.at });
}

async function make(ctx: Ctx, digest: string, format: Format, of: () => Promise<Document>): Promise<Uint8Array> {
	const bytes = await write(await of(), format);
	const body = Buffer.from(bytes).toString('base64');
	const row = { digest, format, edition: EDITION, size: bytes.length, body, madeAt: ctx.now };
	// Two who made it at once have made the same.
	await transaction(ctx, async ({ db }) => {
		await db
			.insertInto('prints')
			.values(row)
			.onConflict((c) => c.columns(['digest', 'format']).doUpdateSet(row))
			.execute();
	});
	return bytes;
}
