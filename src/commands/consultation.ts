import { readFile } from 'node:fs/promises';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { EXAMPLE, Plan } from '#lib/consultations/plan.ts';
import { OperatorError } from './process/reportOperatorError.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run consultation -- FILE.json
npm run consultation -- --example

Sets up the process of this installation from a file with its fields, questions and phases; --example prints such a
file. The same can be done in the workshop (/werkstatt/verfahren/neu), where everything can be changed later.`;

/** What the rules of a plan say, by key. */
const MESSAGES: Readonly<Record<string, string>> = {
	missing: 'must not be empty',
	tooLong: 'is too long',
	tooMany: 'are too many',
	slugWrong: 'a slug is made of a-z, 0-9 and hyphens, at most 40',
	slugTwice: 'two have the same slug',
	titleTwice: 'two have the same title',
	dateWrong: 'must be a date such as 2027-05-01',
	dateOrder: 'ends before it begins',
	answerEarly: 'an answer is promised for a day before the phase begins',
	groupUnknown: 'is no list of groups',
	fieldsMissing: 'there has to be a field',
	phasesMissing: 'there has to be a phase',
	peersWrong: 'a phase of one group allows that group to propose, and nothing else',
	phasesOverlap: 'the same is open to the same group in another phase at that time'
};

function read(args: string[]): { file: string | null } {
	const example = { type: 'boolean', default: false } as const;
	const { values, positionals } = options({ args, options: { example }, allowPositionals: true });
	if (values.example) return { file: null };
	const [file, ...more] = positionals;
	if (!file || more.length > 0) throw new Wrong('Name one file.');
	return { file };
}

/** What somebody needs who wants a second process. */
const second = (title: string) =>
	[
		`There is the process "${title}" already, and one installation carries one process. Nothing was changed.`,
		'For a second process set up a second service with a database and a data folder of its own: see "Zweites Verfahren" in the handbook (src/lib/texts/de/handbook/betrieb.md).'
	].join('\n');

async function readPlan(file: string) {
	const text = await readFile(file, 'utf8').catch(() => {
		throw new OperatorError(`${file} cannot be read.`);
	});
	let json: unknown;
	try {
		json = JSON.parse(text.normalize('NFC'));
	} catch {
		throw new OperatorError(`${file} is not JSON.`);
	}
	const parsed = Plan.safeParse(json);
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues.map(
		(issue) => `  ${issue.path.join('.')}: ${MESSAGES[issue.message] ?? issue.message}`
	);
	throw new OperatorError([`${file} is not a plan:`, ...problems].join('\n'));
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
		const known = await consultations.find(ctx);
		if (known) throw new OperatorError(second(known.title));
		await consultations.establish(ctx, plan);
		console.log(`"${plan.title}" is set up, with ${plan.fields.length} fields and ${plan.phases.length} phases.`);
		return 0;
	}
});
