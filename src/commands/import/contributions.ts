import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as imports from '#lib/import/import.server.ts';
import { Choices } from '#lib/importJobs/importJob.ts';
import * as importJobs from '#lib/importJobs/importJobs.server.ts';
import { BadSheet } from '#lib/import/places.ts';
import { planImport, type ImportPlan } from '#lib/import/plan.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { OperatorError } from '../process/reportOperatorError.ts';
import { agreed, tellProgress } from './confirm.ts';
import type { Asked } from './options.ts';
import { removeContributions } from './removing.ts';
import { tellFile, tellPlan } from './output.ts';

async function planned({ file, ...asked }: Asked): Promise<ImportPlan> {
	const bytes = await readFile(file).catch(() => {
		throw new OperatorError(`The file ${file} cannot be read.`);
	});
	try {
		return planImport(bytes, asked);
	} catch (error) {
		throw error instanceof BadSheet ? new OperatorError(`${file}: ${error.message}`) : error;
	}
}

/** The consultation the rows go to; null when there is none yet and one may be made. */
async function destination(ctx: Ctx, asked: Asked): Promise<string | null> {
	const all = await consultations.all(ctx);
	const consultation = all.find((one) => one.slug === asked.consultation);
	if (!consultation) {
		if (asked.title) return null;
		const known = all.map((one) => one.slug).join(', ') || 'none';
		throw new OperatorError(
			`There is no consultation "${asked.consultation}" (known: ${known}). --create-consultation TITLE makes one.`
		);
	}
	const field = consultation.fields.find((one) => one.slug === asked.field);
	const fields = consultation.fields.map((one) => one.slug).join(', ');
	if (!field) throw new OperatorError(`"${asked.consultation}" has no field "${asked.field}". It has: ${fields}.`);
	return consultation.id;
}

/** By the name that was given, else by the file's own, which may be another city's as well. */
async function originOf(ctx: Ctx, { origin, file }: Asked, { rows }: ImportPlan): Promise<string> {
	if (origin === undefined) return imports.originFor(ctx, bareName(file), rows);
	const { known, alike } = await imports.overlap(ctx, origin, rows);
	if (known > alike) {
		console.error(
			`${known - alike} of the ids are known from "${origin}" with another heading; they stay as they are. Is it another file? Then say another --origin.`
		);
	}
	return origin;
}

const bareName = (file: string) => basename(file, extname(file)).normalize('NFC');

function choicesOf(asked: Asked, origin: string): Choices {
	const { kind, field, columns, idByLine, titleByWords, language, encoding, headerLine, worksheet } = asked;
	return Choices.parse({
		...{ what: asked.what, kind, field, columns, idByLine, titleByWords, language, encoding, headerLine, worksheet },
		...(asked.firstLanguage !== undefined && { firstLanguage: asked.firstLanguage }),
		...{ origin, attribution: asked.attribution ?? origin, screened: asked.screened, repeats: asked.repeats }
	});
}

/** By the same verbs as in the browser: all rows at one moment, or, when this is killed, none. */
async function takeOver(ctx: Ctx, consultationId: string, asked: Asked, choices: Choices): Promise<number> {
	const file = { name: basename(asked.file), bytes: await readFile(asked.file) };
	const id = await importJobs.enqueue(ctx, { consultationId, choices }, file);
	const worker = importJobs.makeImportWorker();
	for (;;) {
		const { status, total, through, outcome } = await importJobs.progress(ctx, id);
		if (status === 'failed' || status === 'cancelled') {
			throw new OperatorError(`The import did not come to its end (${outcome?.failure ?? status}). Nothing was taken.`);
		}
		if (status === 'done') return outcome?.taken ?? 0;
		if (total > 0 && status === 'running') tellProgress(through, total);
		// The server's own worker may be at it already.
		if (!(await worker.step(makeCtx(ctx.app, 'command'), id))) await sleep(200);
	}
}

export async function work(ctx: Ctx, asked: Asked): Promise<number> {
	if (asked.remove !== undefined) return removeContributions(ctx, asked.remove, asked);
	const plan = await planned(asked);
	const origin = await originOf(ctx, asked, plan);
	let to = await destination(ctx, asked);
	const fresh = to ? await imports.news(ctx, origin, plan.rows) : plan.rows;
	tellFile(plan, origin);
	if (!to) console.log(`The consultation "${asked.title}" (${asked.consultation}) would be made.`);
	tellPlan(plan, fresh.length);
	if (plan.doubtful) {
		throw new OperatorError(
			'The letters may be wrong. Look at the rows above and say which encoding it is: --encoding NAME.'
		);
	}
	const code = plan.refused.length > 0 ? 1 : 0;
	if (fresh.length === 0 || !(await agreed(asked))) return code;
	if (!to && asked.title) {
		await imports.establishFor(ctx, { slug: asked.consultation, title: asked.title, field: asked.field });
		to = await destination(ctx, asked);
	}
	if (!to) return 1;
	const taken = await takeOver(ctx, to, asked, choicesOf(asked, origin));
	console.log(`${taken} contributions imported. --remove "${origin}" takes them back.`);
	return code;
}
