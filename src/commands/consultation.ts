import { readFile } from 'node:fs/promises';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { EXAMPLE, Plan } from '#lib/consultations/plan.ts';
import { Plain } from './plainly.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run consultation -- FILE.json
npm run consultation -- --example

Sets up a consultation from a file with its fields, questions and phases; --example prints such a file.
The first one leads: the start page and all addresses speak of it. Its phases can be changed in the workshop.`;

function read(args: string[]): { file: string | null } {
	const example = { type: 'boolean', default: false } as const;
	const { values, positionals } = options({ args, options: { example }, allowPositionals: true });
	if (values.example) return { file: null };
	const [file, ...more] = positionals;
	if (!file || more.length > 0) throw new Wrong('Name one file.');
	return { file };
}

async function readPlan(file: string) {
	const text = await readFile(file, 'utf8').catch(() => {
		throw new Plain(`${file} cannot be read.`);
	});
	let json: unknown;
	try {
		json = JSON.parse(text.normalize('NFC'));
	} catch {
		throw new Plain(`${file} is not JSON.`);
	}
	const parsed = Plan.safeParse(json);
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
	throw new Plain([`${file} is not a plan:`, ...problems].join('\n'));
}

await run({
	usage,
	read,
	async work(ctx, { file }) {
		if (file === null) {
			console.log(JSON.stringify(EXAMPLE, null, '\t'));
			return 0;
		}
		const plan = await readPlan(file);
		const known = await consultations.all(ctx);
		if (known.some((one) => one.slug === plan.slug)) {
			throw new Plain(`There is a consultation "${plan.slug}" already. Nothing was changed.`);
		}
		await consultations.establish(ctx, { ...plan, position: known.length });
		console.log(`"${plan.title}" is set up, with ${plan.fields.length} fields and ${plan.phases.length} phases.`);
		return 0;
	}
});
