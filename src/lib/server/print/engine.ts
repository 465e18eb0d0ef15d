import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Answer, Job } from './job.ts';
import { withLamAlef } from './lamAlef.ts';
import { unprintable, withStandIns } from './unprintable.ts';

const SOURCES = 'src/lib';
const FONTS = 'src/lib/server/print/fonts';
const ROUNDS = 4;

/** Typst before 0.14 makes no PDF/UA. Some platforms have only that; there we rather print nothing than half of it. */
const TRIAL = '#set document(title: "x")\n#set text(lang: "de")\n#title()';

/** Everything Typst reads: our templates and our fonts. Null where there is no prebuilt Typst that makes PDF/UA. */
export async function openEngine(): Promise<NodeCompiler | null> {
	try {
		const typst = await import('@myriaddreamin/typst-ts-node-compiler');
		const fontBlobs = readdirSync(FONTS)
			.filter((file) => file.endsWith('.ttf'))
			.map((file) => readFileSync(join(FONTS, file)));
		const engine = typst.NodeCompiler.create({ workspace: resolve(SOURCES), fontArgs: [{ fontBlobs }] });
		engine.pdf({ mainFileContent: TRIAL }, { pdfStandard: 'ua-1' });
		return engine;
	} catch {
		return null;
	}
}

/** Control signs nobody sees, which Typst would show as boxes. */
const UNSEEN = /[^\P{Cc}\t\n]|[\u200B\u2060\uFEFF\uFFF9-\uFFFB]/gu;

/** People's words as JSON: composed, so that a letter and its accent are one sign, and without what cannot be seen. */
function told(data: unknown, lacking: readonly string[]): string {
	return JSON.stringify(data, (_, value: unknown) =>
		typeof value === 'string' ? withLamAlef(withStandIns(value.normalize('NFC').replace(UNSEEN, ''), lacking)) : value
	);
}

function compile(engine: NodeCompiler, { template, data, at }: Job, lacking: readonly string[]): Uint8Array {
	const inputs = { data: told(data, lacking), lacking: lacking.length > 0 ? 'yes' : 'no', at: at?.slice(0, 10) ?? '' };
	const mainFilePath = resolve(SOURCES, relative(SOURCES, template));
	const compiled = engine.compile({ mainFilePath, inputs, resetRead: true });
	const document = compiled.result;
	if (!document || compiled.hasError()) {
		throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document'));
	}
	return engine.pdf(document, { pdfStandard: 'ua-1' });
}

/** Prints; where signs cannot be shown, once more with stand-ins for them. Nothing is kept from one job to the next. */
export function printWith(engine: NodeCompiler, job: Job): Answer {
	let lacking: string[] = [];
	let problem = '';
	try {
		for (let round = 0; round < ROUNDS; round++) {
			try {
				return { kind: 'pdf', pdf: new Uint8Array(compile(engine, job, lacking)) };
			} catch (error) {
				problem = error instanceof Error ? error.message : String(error);
				const more = unprintable(problem);
				if (more.length === 0) break;
				lacking = [...lacking, ...more];
			}
		}
		return { kind: 'broken', problem };
	} finally {
		engine.evictCache(0);
	}
}
