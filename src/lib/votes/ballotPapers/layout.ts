/**
 * Where everything stands on a ballot paper, in millimetres from the upper left corner of an A4 page. The template draws
 * by these figures, the reading looks by them, and what was printed keeps its own, so that both stay the same.
 */
export const PAGE = { width: 210, height: 297 } as const;
/** Black squares in the corners, by which a picture of the page is straightened. */
export const MARK = { side: 7, left: 8, right: 195, top: 8 } as const;
/** The QR code, without the white around it. */
export const CODE = { side: 24, x: 164, y: 12 } as const;
export const BOX = { side: 6, fromTop: 4.5 } as const;
/** Left edges of the three boxes, in the order of `CHOICES`. */
const COLUMNS = [126, 149, 172] as const;
/** Of the box that says yes to counting. */
const CONSENT = { x: 20, y: 47 } as const;

const FIRST_ROW = { first: 62, later: 44 } as const;
/** Below it hangs the strip with the code, which is torn off. */
const CUT = 256;
const LAST = { first: 246, later: 276 } as const;
const ROWS_MAX = 10;

/** What fits beside the boxes, counted carefully: wider letters than usual, and no line is quite full. */
const TITLE_SIGNS = 44;
const BODY_SIGNS = 52;
const LINE = { title: 5, body: 4.6 } as const;
const ROW_MIN = 18;
const ROW_PADDING = 5.5;
/** Longer texts end with »…«: their whole is in the version, which lies beside the papers. */
export const BODY_MAX = 480;

export interface Box {
	x: number;
	y: number;
}

export interface Row {
	/** The number of the point. */
	point: number;
	y: number;
	height: number;
	boxes: Box[];
}

export interface LaidPage {
	/** Centres of the marks: upper left, upper right, lower right, lower left. */
	marks: Box[];
	/** On the first page only. */
	consent: Box | null;
	/** Where the strip begins; null: there is none. */
	cut: number | null;
	rows: Row[];
}

export interface PrintedPoint {
	number: number;
	title: string;
	/** Plain text. */
	body: string;
}

function lines(text: string, signs: number): number {
	let [count, room] = [1, signs];
	for (const word of text.split(/\s+/)) {
		if (word.length + 1 > room && room < signs) [count, room] = [count + 1, signs];
		count += Math.floor(word.length / signs);
		room -= (word.length % signs) + 1;
	}
	return count;
}

function heightOf({ number, title, body }: PrintedPoint): number {
	const titles = lines(`${number}. ${title}`, TITLE_SIGNS) * LINE.title;
	const text = body === '' ? 0 : lines(body, BODY_SIGNS) * LINE.body;
	return Math.max(ROW_MIN, Math.ceil(titles + text + ROW_PADDING));
}

const middle = (x: number, y: number): Box => ({ x: x + MARK.side / 2, y: y + MARK.side / 2 });

function emptyPage(first: boolean): LaidPage {
	const bottom = first ? CUT - 4 - MARK.side : PAGE.height - 8 - MARK.side;
	const [left, right] = [MARK.left, MARK.right];
	return {
		marks: [middle(left, MARK.top), middle(right, MARK.top), middle(right, bottom), middle(left, bottom)],
		consent: first ? { ...CONSENT } : null,
		cut: first ? CUT : null,
		rows: []
	};
}

/** Up to ten points a page, fewer where their texts are long. The same points are always laid out alike. */
export function layOut(points: readonly PrintedPoint[]): LaidPage[] {
	const pages: LaidPage[] = [emptyPage(true)];
	let y: number = FIRST_ROW.first;
	for (const point of points) {
		const height = heightOf(point);
		let page = pages.at(-1) ?? emptyPage(true);
		const last = page.cut === null ? LAST.later : LAST.first;
		if (page.rows.length > 0 && (page.rows.length === ROWS_MAX || y + height > last)) {
			page = emptyPage(false);
			pages.push(page);
			y = FIRST_ROW.later;
		}
		page.rows.push({ point: point.number, y, height, boxes: COLUMNS.map((x) => ({ x, y: y + BOX.fromTop })) });
		y += height;
	}
	return pages;
}
