import { shades, type Accent } from './contrast.ts';
import type { FLAGS, Look } from '../profile.ts';

/** What the head of every page shows, with the addresses of what belongs to it. */
export interface Appearance {
	name: string;
	claim: string;
	official: string;
	flag: (typeof FLAGS)[number];
	logo: string;
	icon: string;
	/** null: nothing to show beside links on other sites. */
	share: string | null;
	/** The sheet with the accent; null: it is the one the house has. */
	colours: string | null;
}

/** The files that a profile brings along, by the last part of their address. */
type LookFile = 'logo.svg' | 'symbol.svg' | 'teilen.png' | 'farben.css';

const HOUSE: Accent = { light: '#2044aa', dark: '#97afe1' };
const isHouse = ({ light, dark }: Accent) => light === HOUSE.light && dark === HOUSE.dark;

/** `number`: of the state of the profile. Each has addresses of its own, so that browsers may keep what is there. */
export function appearanceOf(look: Look, number: number): Appearance {
	const at = (file: LookFile) => `/profil/${file}?v=${number}`;
	const { name, claim, official, flag, logo, favicon, shareImage, accent } = look;
	return {
		...{ name, claim, official, flag },
		logo: logo === '' ? '/icon.svg' : at('logo.svg'),
		icon: favicon === '' && logo === '' ? '/icon.svg' : at('symbol.svg'),
		share: shareImage === '' ? null : at('teilen.png'),
		colours: isHouse(accent) ? null : at('farben.css')
	};
}

/** The tokens that buttons, links and marks are drawn with; see `ui/styles/colours.css`. */
function accentSheet(accent: Accent): string {
	const { light, dark } = shades(accent);
	const tokens = (colour: string, { hover, active }: { hover: string; active: string }) => `:root:root {
	--kern-color-action-default: ${colour};
	--kern-color-action-default-contextual: ${colour};
	--kern-color-action-state-indicator-shade-hover: ${hover};
	--kern-color-action-state-indicator-shade-active: ${active};
	--kern-color-action-state-indicator-tint-hover-opacity: ${colour}14;
	--kern-color-action-state-indicator-tint-active-opacity: ${colour}29;
}`;
	const night = `@media screen and (prefers-color-scheme: dark) {\n${tokens(accent.dark, dark)}\n}`;
	return `${tokens(accent.light, light)}\n${night}\n`;
}

/** A file of the look, or null where there is none of that name. */
export function lookFile(look: Look, file: string): { type: string; body: string | Uint8Array<ArrayBuffer> } | null {
	const svg = (body: string) => (body === '' ? null : { type: 'image/svg+xml', body });
	if (file === 'logo.svg') return svg(look.logo);
	if (file === 'symbol.svg') return svg(look.favicon || look.logo);
	if (file === 'farben.css') return { type: 'text/css; charset=utf-8', body: accentSheet(look.accent) };
	if (file !== 'teilen.png' || look.shareImage === '') return null;
	return { type: 'image/png', body: Uint8Array.from(Buffer.from(look.shareImage, 'base64')) };
}
