import { whole } from '../texts/numbers.ts';
import { all, no, noWhen, yes, type Verdict } from '../verdict.ts';
import { accentPairs, groupPairs, tooFaint, type Pair } from './look/contrast.ts';
import { keysOf } from './groups/group.ts';
import { PNG_BYTES, pngTrouble } from './look/png.ts';
import type { Look, Profile } from './profile.ts';
import { SVG_BYTES, svgTrouble } from './look/svg.ts';

/** `roles`: of whoever asks; null: nobody is signed in. */
export function mayChangeProfile(roles: readonly string[] | null): Verdict {
	return all(noWhen(roles === null, 'signInFirst'), noWhen(!roles?.includes('admin'), 'roleMissing'));
}

const figure = (ratio: number) => (Math.floor(ratio * 100) / 100).toFixed(2).replace('.', ',');

function mayBeSeen(pairs: readonly Pair[]): Verdict {
	const faint = tooFaint(pairs);
	if (!faint) return yes;
	const { colour, on, ratio, least } = faint;
	return no('colourFaint', { colour, on, figure: figure(ratio), least: String(least).replace('.', ',') });
}

function mayBePicture(svg: string): Verdict {
	const trouble = svg === '' ? null : svgTrouble(svg);
	if (trouble === null) return yes;
	if (trouble.kind === 'size') return no('pictureTooLarge', { most: whole(SVG_BYTES / 1_000) });
	if (trouble.kind === 'work') return no('pictureTooMuch');
	return trouble.kind === 'part' ? no('pictureForbidden', { part: trouble.part }) : no('pictureNoSvg');
}

function mayBeShared(png: string): Verdict {
	const trouble = png === '' ? null : pngTrouble(png);
	if (trouble === null) return yes;
	return trouble === 'size' ? no('pictureTooLarge', { most: whole(PNG_BYTES / 1_000) }) : no('pictureNoPng');
}

/** Whether it can be read and does nothing but show. */
function mayLookSo({ accent, logo, favicon, shareImage }: Look): Verdict {
	return all(mayBeSeen(accentPairs(accent)), ...[logo, favicon].map(mayBePicture), mayBeShared(shareImage));
}

/** What holds for a profile by itself, beyond its form. */
export function mayHold({ look, groups }: Profile): Verdict {
	return all(mayLookSo(look), ...groups.map(({ colour }) => mayBeSeen(groupPairs(colour))));
}

/** What rests on the profile that holds. */
export interface InUse {
	/** Keys of groups that somebody is in, or that stand at a text, a card or a figure. */
	groups: readonly string[];
	/** Somebody has voted. */
	votes: boolean;
	/** Keys of districts somebody has said they live in. */
	districts: readonly string[];
}

/**
 * What is written into ballots, texts and files stays what it is. With the first vote the list of groups is closed: a
 * further group would make every result so far one that lacks it.
 */
export function mayReplace(before: Profile, after: Profile, used: InUse): Verdict {
	const [old, now] = [keysOf(before.groups), keysOf(after.groups)];
	const lost = old.find((key) => used.groups.includes(key) && !now.includes(key));
	const name = before.groups.find(({ key }) => key === lost)?.name ?? '';
	const places = after.districts.map(({ key }) => key);
	const place = before.districts.find(({ key }) => used.districts.includes(key) && !places.includes(key));
	const same = old.length === now.length && old.every((key) => now.includes(key));
	return all(
		noWhen(lost !== undefined, 'groupUsed', { group: name }),
		noWhen(used.votes && !same, 'groupsVoted'),
		noWhen(place !== undefined, 'districtUsed', { district: place?.name ?? '' })
	);
}
