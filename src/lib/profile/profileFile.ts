import { isRecord } from '../canonical.ts';
import { fieldSentence } from '../texts/texts.ts';
import { obey, Refused } from '../verdict.ts';
import { FORMAT, Profile } from './profile.ts';
import { mayHold } from './rules.ts';

/** More than the largest pictures and six hundred districts take. */
export const FILE_BYTES = 1_500_000;

/** A profile as a file holds it. Refused, with the first thing that is wrong: what no profile of ours is. */
export function readProfile(text: string): Profile {
	if (text.length > FILE_BYTES) throw new Refused('profileTooLarge');
	const content = parsed(text);
	const { format } = content;
	if (typeof format === 'number' && format > FORMAT)
		throw new Refused('profileNewer', { format: String(format), known: String(FORMAT) });
	const profile = Profile.safeParse(content);
	if (!profile.success) throw refusal(profile.error.issues);
	obey(mayHold(profile.data));
	return profile.data;
}

function parsed(text: string): Record<string, unknown> {
	let content: unknown;
	try {
		content = JSON.parse(text.normalize('NFC'));
	} catch {
		throw new Refused('profileNoJson');
	}
	if (!isRecord(content)) throw new Refused('profileNoJson');
	return content;
}

interface Issue {
	code: string;
	path: PropertyKey[];
	message: string;
	keys?: string[];
}

/** An unknown key first: what is misspelt is missing in its place, too, and that would explain nothing. */
function refusal(issues: readonly Issue[]): Refused {
	const unknown = issues.find(({ code }) => code === 'unrecognized_keys');
	const at = (path: readonly PropertyKey[]) => path.map((part) => (typeof part === 'number' ? part + 1 : String(part)));
	if (unknown) {
		return new Refused('profileUnknownKey', { key: [...at(unknown.path), unknown.keys?.[0] ?? ''].join('.') });
	}
	const [first] = issues;
	const place = at(first?.path ?? []).join('.');
	return new Refused('profileWrong', { place, problem: fieldSentence(first?.message ?? '') });
}

/** As it is exported: keys in the order of the schema, pictures and all. */
export const writeProfile = (profile: Profile): string => `${JSON.stringify(profile, null, '\t')}\n`;
