import { t } from '../texts/texts.ts';
import type { Chapter, ChapterSlug, Section } from './chapter.ts';

export type PictureName = keyof typeof t.handbook.pictures;

/** A page of the workshop as it looks. */
interface Picture {
	/** `moderation-eingang`: stands at the section `eingang` of the chapter `moderation`. */
	name: PictureName;
	/** What is shown. */
	address: string;
}

/**
 * The files beside are taken by a browser from the product itself (`npm run pictures`); the journeys' sweep `pictures` fails
 * when the words of a page are no longer those that stand in its picture.
 */
export const PICTURES: readonly Picture[] = [
	{ name: 'alle-uebersicht', address: '/werkstatt' },
	{ name: 'helfen-erfassen', address: '/werkstatt/erfassen' },
	{ name: 'helfen-karten', address: '/werkstatt/karten' },
	{ name: 'moderation-eingang', address: '/werkstatt/eingang' },
	{ name: 'moderation-verteilen', address: '/werkstatt/verteilen' },
	{ name: 'moderation-stapel', address: '/werkstatt/stapel' },
	{ name: 'redaktion-entwurf', address: '/werkstatt/entwurf' },
	{ name: 'redaktion-vertretung', address: '/werkstatt/vertretung' },
	{ name: 'redaktion-verbleib', address: '/werkstatt/verbleib' },
	{ name: 'freigabe-freigabe', address: '/werkstatt/freigabe' },
	{ name: 'verwaltung-vor-dem-start', address: '/werkstatt/start' },
	{ name: 'verwaltung-profil', address: '/werkstatt/profil/aussehen' },
	{ name: 'verwaltung-team', address: '/werkstatt/team' }
];

/** Of every picture, in CSS pixels: wide enough for the layout of a screen, and readable when a page shows it smaller. */
export const PICTURE_SIZE = { width: 960, height: 640 };
/** A chapter is read on a phone, too. */
export const PICTURE_BYTES = 45_000;
const FOLDER = 'src/lib/handbook/pictures';

export const pictureFile = (name: PictureName) => `${FOLDER}/${name}.webp`;

export interface ShownPicture {
	name: PictureName;
	/** What is to be seen, for those who do not see it. */
	alt: string;
}

/** A chapter with the pictures of the pages it is about. */
export interface PicturedChapter extends Chapter {
	sections: (Section & { picture: ShownPicture | null })[];
}

export const withPictures = (chapter: Chapter): PicturedChapter => ({
	...chapter,
	sections: chapter.sections.map((section) => ({ ...section, picture: pictureOf(chapter.slug, section.anchor) }))
});

function pictureOf(chapter: ChapterSlug, anchor: string): ShownPicture | null {
	const name = PICTURES.find((one) => one.name === `${chapter}-${anchor}`)?.name;
	return name === undefined ? null : { name, alt: t.handbook.pictures[name] };
}
