import { z } from 'zod';
import { BATCH_MOST, BatchForm, DAYS_USUAL, type BatchInput } from '#lib/people/batch.ts';
import * as batches from '#lib/people/batches.server.ts';
import { GROUPS, GroupName } from '#lib/people/person.ts';
import { newId } from '#lib/server/ids.ts';
import { fieldSentence } from '#lib/texts/texts.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run cards -- --label TEXT --size NUMBER [--group GROUP] [--organisation NAME] [--days NUMBER]

Makes a batch of cards and prints their codes, one a line, once: they are kept nowhere.

  --label TEXT         what the team calls the batch
  --size NUMBER        how many cards, 1 to ${BATCH_MOST}
  --group GROUP        ${GROUPS.join(', ')} (default: none)
  --organisation NAME  the cards speak for this organisation, under its name
  --days NUMBER        how long they are valid (default: ${DAYS_USUAL})`;

function read(args: string[]): BatchInput {
	const text = { type: 'string' } as const;
	const { values } = options({
		args,
		options: { label: text, size: text, group: text, organisation: text, days: text }
	});
	if (values.group !== undefined && !GroupName.safeParse(values.group).success) {
		throw new Wrong(`--group is one of ${GROUPS.join(', ')}.`);
	}
	const parsed = BatchForm.safeParse({ ...values, id: newId(), label: values.label ?? '' });
	if (parsed.success) return parsed.data;
	const issue = z.treeifyError(parsed.error).properties ?? {};
	const [name, problem] = Object.entries(issue)[0] ?? ['', undefined];
	throw new Wrong(`--${name}: ${fieldSentence(problem?.errors[0] ?? '')}`);
}

await run({
	usage,
	read,
	async work(ctx, form) {
		const { codes, validUntil } = await batches.issue(ctx, form);
		console.log(codes.join('\n'));
		console.error(`${codes.length} cards, valid until ${validUntil.slice(0, 10)}. The codes are shown only this once.`);
		return 0;
	}
});
