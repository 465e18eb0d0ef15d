import { open, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { BATCH_MOST, BatchForm, DAYS_USUAL, type BatchInput } from '#lib/people/batch.ts';
import * as batches from '#lib/people/batches.server.ts';
import * as cards from '#lib/people/cards.server.ts';
import { tidyCode } from '#lib/people/code.ts';
import { GROUPS, GroupName } from '#lib/people/person.ts';
import { LANGUAGES, LanguageName } from '#lib/people/language.ts';
import * as places from '#lib/people/places.server.ts';
import { newId } from '#lib/server/ids.ts';
import { press } from '#lib/server/print/press.server.ts';
import { fieldSentence } from '#lib/texts/texts.ts';
import { Refused } from '#lib/verdict.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run cards -- --label TEXT --size NUMBER [--group GROUP] [--organisation NAME] [--place NAME] [--language LANGUAGE] [--days NUMBER] [--pdf FILE]

Makes a batch of cards and prints their codes, one a line, once: they are kept nowhere.

  --label TEXT         what the team calls the batch
  --size NUMBER        how many cards, 1 to ${BATCH_MOST}
  --group GROUP        ${GROUPS.join(', ')} (default: none)
  --organisation NAME  the cards speak for this organisation, under its name
  --place NAME         whose team gives them out, by its name or the letters on its cards (default: the central one)
  --language LANGUAGE  of what the cards say: ${LANGUAGES.join(', ')} (default: de; the PDF has no ar)
  --days NUMBER        how long they are valid (default: ${DAYS_USUAL})
  --pdf FILE           writes cards to cut out into a new file, instead of printing the codes`;

type Asked = Omit<BatchInput, 'place'> & { pdf: string | undefined; place: string | undefined };

function read(args: string[]): Asked {
	const text = { type: 'string' } as const;
	const { values } = options({
		args,
		options: {
			label: text,
			size: text,
			group: text,
			organisation: text,
			place: text,
			language: text,
			days: text,
			pdf: text
		}
	});
	if (values.group !== undefined && !GroupName.safeParse(values.group).success) {
		throw new Wrong(`--group is one of ${GROUPS.join(', ')}.`);
	}
	if (values.language !== undefined && !LanguageName.safeParse(values.language).success) {
		throw new Wrong(`--language is one of ${LANGUAGES.join(', ')}.`);
	}
	const { place, ...typed } = values;
	const parsed = BatchForm.safeParse({ ...typed, id: newId(), label: values.label ?? '' });
	if (parsed.success) return { ...parsed.data, place, pdf: values.pdf };
	const issue = z.treeifyError(parsed.error).properties ?? {};
	const [name, problem] = Object.entries(issue)[0] ?? ['', undefined];
	throw new Wrong(`--${name}: ${fieldSentence(problem?.errors[0] ?? '')}`);
}

/** Readable by nobody else, and never over another file. */
async function newFile(path: string): Promise<FileHandle> {
	if (!(await press.able())) throw new Refused('printUnavailable');
	return open(path, 'wx', 0o600);
}

await run({
	usage,
	read,
	async work(ctx, { pdf, place: name, ...asked }) {
		const form = { ...asked, place: name === undefined ? undefined : (await places.called(ctx, name)).id };
		// Before anything is issued: cards that cannot be written down would be lost.
		const file = pdf === undefined ? null : await newFile(pdf);
		const { codes, validUntil } = await batches.issue(ctx, form);
		if (file) await file.writeFile(await cards.sheet(ctx, form.id, codes.map(tidyCode))).finally(() => file.close());
		else console.log(codes.join('\n'));
		const told =
			pdf === undefined ? 'The codes are shown only this once.' : `They are in ${pdf}; delete it after printing.`;
		console.error(`${codes.length} cards, valid until ${validUntil.slice(0, 10)}. ${told}`);
		return 0;
	}
});
