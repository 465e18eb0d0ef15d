import { open, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { BATCH_MAX, BatchForm, DAYS_USUAL, type BatchInput } from '#lib/people/cards/batch.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import * as cards from '#lib/people/cards/cards.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import { personKeys } from '#lib/profile/groups/group.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { LANGUAGES, LanguageName } from '#lib/people/details/language.ts';
import * as places from '#lib/people/places/places.server.ts';
import { newId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { fieldSentence } from '#lib/texts/texts.ts';
import { Refused } from '#lib/verdict.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run cards -- --label TEXT --size NUMBER [--group GROUP] [--organisation NAME] [--place NAME] [--language LANGUAGE] [--days NUMBER] [--pdf FILE]

Makes a batch of cards and prints their codes, one a line, once: they are kept nowhere.

  --label TEXT         what the team calls the batch
  --size NUMBER        how many cards, 1 to ${BATCH_MAX}
  --group GROUP        key of a group of the profile, or none (default: none)
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
	if (values.language !== undefined && !LanguageName.safeParse(values.language).success) {
		throw new Wrong(`--language is one of ${LANGUAGES.join(', ')}.`);
	}
	const { place, group, ...typed } = values;
	const parsed = BatchForm.safeParse({ ...typed, id: newId(), label: values.label ?? '' });
	if (parsed.success) return { ...parsed.data, group: group ?? 'none', place, pdf: values.pdf };
	const issue = z.treeifyError(parsed.error).properties ?? {};
	const [name, problem] = Object.entries(issue)[0] ?? ['', undefined];
	throw new Wrong(`--${name}: ${fieldSentence(problem?.errors[0] ?? '')}`);
}

/** Readable by nobody else, and never over another file. */
async function newFile(path: string): Promise<FileHandle> {
	if (!(await openPdfWorker.able())) throw new Refused('printUnavailable');
	return open(path, 'wx', 0o600);
}

await run({
	usage,
	read,
	async work(ctx, { pdf, place: name, ...asked }) {
		const groups = personKeys((await profile.current(ctx)).groups);
		if (!groups.includes(asked.group)) throw new Wrong(`--group is one of ${groups.join(', ')}.`);
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
