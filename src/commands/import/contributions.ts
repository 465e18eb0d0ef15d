import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as imports from '#lib/import/import.server.ts';
import { BadSheet } from '#lib/import/places.ts';
import { planImport, type ImportPlan } from '#lib/import/plan.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Plain } from '../plainly.ts';
import { agreed, tellProgress } from './agreeing.ts';
import type { Asked } from './options.ts';
import { removeContributions } from './removing.ts';
import { tellFile, tellPlan } from './telling.ts';

async function planned({ file, ...asked }: Asked): Promise<ImportPlan> {
	const bytes = await readFile(file).catch(() => {
		throw new Plain(`The file ${file} cannot be read.`);
	});
	try {
		return planImport(bytes, asked);
	} catch (error) {
		throw error instanceof BadSheet ? new Plain(`${file}: ${error.message}`) : error;
	}
}

/** Where the rows go; null when there is no such consultation yet and one may be made. */
async function destination(ctx: Ctx, asked: Asked, origin: string): Promise<imports.Destination | null> {
	const all = await consultations.all(ctx);
	const consultation = all.find((one) => one.slug === asked.consultation);
	if (!consultation) {
		if (asked.title) return null;
		const known = all.map((one) => one.slug).join(', ') || 'none';
		throw new Plain(
			`There is no consultation "${asked.consultation}" (known: ${known}). --create-consultation TITLE makes one.`
		);
	}
	const field = consultation.fields.find((one) => one.slug === asked.field);
	const fields = consultation.fields.map((one) => one.slug).join(', ');
	if (!field) throw new Plain(`"${asked.consultation}" has no field "${asked.field}". It has: ${fields}.`);
	const { kind } = asked;
	return { consultationId: consultation.id, fieldId: field.id, kind, origin, attribution: asked.attribution ?? origin };
}

/** By the name that was given, else by the file's own, which may be another city's as well. */
async function originOf(ctx: Ctx, { origin, file }: Asked, { rows }: ImportPlan): Promise<string> {
	if (origin === undefined) return imports.originFor(ctx, basename(file, extname(file)).normalize('NFC'), rows);
	const { known, alike } = await imports.overlap(ctx, origin, rows);
	if (known > alike) {
		console.error(
			`${known - alike} of the ids are known from "${origin}" with another heading; they stay as they are. Is it another file? Then say another --origin.`
		);
	}
	return origin;
}

export async function work(ctx: Ctx, asked: Asked): Promise<number> {
	if (asked.remove !== undefined) return removeContributions(ctx, asked.remove, asked);
	const plan = await planned(asked);
	const origin = await originOf(ctx, asked, plan);
	let to = await destination(ctx, asked, origin);
	const fresh = to ? await imports.news(ctx, origin, plan.rows) : plan.rows;
	tellFile(plan, origin);
	if (!to) console.log(`The consultation "${asked.title}" (${asked.consultation}) would be made.`);
	tellPlan(plan, fresh.length);
	if (plan.doubtful) {
		throw new Plain('The letters may be wrong. Look at the rows above and say which encoding it is: --encoding NAME.');
	}
	const code = plan.refused.length > 0 ? 1 : 0;
	if (fresh.length === 0 || !(await agreed(asked))) return code;
	if (!to && asked.title) {
		await imports.establishFor(ctx, { slug: asked.consultation, title: asked.title, field: asked.field });
		to = await destination(ctx, asked, origin);
	}
	if (!to) return 1;
	const taken = await imports.takeOver(ctx, to, fresh, (through) => tellProgress(through, fresh.length));
	console.log(`${taken} contributions imported. --remove "${origin}" takes them back.`);
	return code;
}
