/** How well one colour is read on another, as WCAG 2.2 computes it: from 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
	const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (high + 0.05) / (low + 0.05);
}

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** So much of the other colour in the one, from 0 to 1. */
function mixed(one: string, other: string, share: number): string {
	const theirs = channels(other);
	const parts = channels(one).map((value, at) => Math.round(value + ((theirs[at] ?? 0) - value) * share));
	return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Text, and everything that has to be read. */
const READ = 4.5;
/** Parts of pictures and charts. */
const SEEN = 3;

/** What colours stand on, in the light and in the dark; as in `ui/styles`. */
const LIGHT = ['#ffffff', '#f3f4f7', '#faf6ee'];
const DARK = ['#000000', '#131525', '#1d1a15'];
const ON_LIGHT = '#ffffff';
const ON_DARK = '#000000';

export interface Pair {
	colour: string;
	on: string;
	least: number;
}

export interface Accent {
	light: string;
	dark: string;
}

/** The shades a button takes while it is pointed at and pressed. */
export const shades = ({ light, dark }: Accent) => ({
	light: { hover: mixed(light, ON_LIGHT, 0.07), active: mixed(light, ON_LIGHT, 0.14) },
	dark: { hover: mixed(dark, ON_DARK, 0.12), active: mixed(dark, ON_DARK, 0.22) }
});

/** Every pair in which the accent is read: links on paper, words on buttons, also while one points at them. */
export function accentPairs(accent: Accent): Pair[] {
	const { light, dark } = shades(accent);
	const buttons = (on: string, shown: readonly string[]) => shown.map((colour) => ({ colour: on, on: colour }));
	return [
		...LIGHT.map((on) => ({ colour: accent.light, on })),
		...DARK.map((on) => ({ colour: accent.dark, on })),
		...buttons(ON_LIGHT, [accent.light, light.hover, light.active]),
		...buttons(ON_DARK, [accent.dark, dark.hover, dark.active])
	].map((pair) => ({ ...pair, least: READ }));
}

/** The colour of a group is seen beside its name, by day and by night. */
export const groupPairs = (colour: string): Pair[] => [ON_LIGHT, ON_DARK].map((on) => ({ colour, on, least: SEEN }));

/** The first pair that is not told apart well enough, with its figure. */
export function tooFaint(pairs: readonly Pair[]): (Pair & { ratio: number }) | null {
	const all = pairs.map((pair) => ({ ...pair, ratio: contrast(pair.colour, pair.on) }));
	return all.find(({ ratio, least }) => ratio < least) ?? null;
}
