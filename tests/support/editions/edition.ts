import * as data from '#lib/data/data.server.ts';
import { fileName, FORMATS, SLUGS, type Format } from '#lib/data/dataset.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { found } from '#lib/verdict.ts';
import type { TestApp } from '../machine/testApp.ts';

/** The files of the newest edition, by name, after one more is published if anything has changed. */
export async function publishedFiles(
	testApp: TestApp,
	formats: readonly Format[] = FORMATS
): Promise<Map<string, string>> {
	await data.publishEdition(testApp.as(null));
	return newestFiles(testApp, formats);
}

export const newestFiles = (testApp: TestApp, formats: readonly Format[] = FORMATS): Promise<Map<string, string>> =>
	filesOf(testApp.as(null), formats);

export async function filesOf(ctx: Ctx, formats: readonly Format[] = FORMATS): Promise<Map<string, string>> {
	const { number } = found(await data.edition(ctx), 'edition');
	const files = new Map<string, string>();
	for (const slug of SLUGS)
		for (const format of formats) {
			let text = '';
			for await (const piece of data.textOf(ctx, number, slug, format)) text += piece;
			files.set(fileName(slug, format), text);
		}
	return files;
}
