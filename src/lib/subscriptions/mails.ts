import { newsAbout, newsLine } from '../news/newsText.ts';
import { newsHref, type News } from '../news/news.ts';
import { inLocale } from '../texts/locales/address.ts';
import { official } from '../texts/locales/official.ts';
import type { Locale } from '../texts/locales/locale.ts';
import { count, fill, t } from '../texts/texts.ts';
import type { PointNews } from './subscription.ts';

interface Words {
	subject: string;
	body: string;
}

interface Point {
	number: number;
	title: string;
}

/** The first mail: nothing follows unless its link is pressed. */
export function confirmationMail(origin: string, locale: Locale, link: string, point: Point | null): Words {
	const words = t.subscriptions.mails.confirm;
	const about = point === null ? words.own : fill(words.point, { ...point, title: official(point.title) });
	const body = fill(words.body, { about, link: origin + inLocale(locale, link), name: t.site.name });
	return { subject: fill(words.subject, { name: t.site.name }), body };
}

/** A line in a mail or a feed: what has happened, and where one reads it. Of unpublished texts no word. */
export interface Line {
	text: string;
	href: string;
}

/** Of one's own texts the number, never the title: a mail lies on servers of strangers. */
export function ownLine(news: News): Line {
	const about = newsAbout(news);
	return { text: about ? `${about}: ${newsLine(news)}` : newsLine(news), href: newsHref(news) };
}

export function pointLine({ kind, version }: Pick<PointNews, 'kind' | 'version'>, point: Point): Line {
	const text = fill(t.subscriptions.lines[kind], { ...point, title: official(point.title), version });
	return { text, href: kind === 'promise' ? `/punkte/${point.number}` : `/fassungen/${version}#punkt-${point.number}` };
}

interface Told {
	lines: readonly Line[];
	/** How many there are beyond these: they come with the next mail. */
	more: number;
}

/** `stop`: the address at which one press ends it. */
export function newsMail(origin: string, locale: Locale, { lines, more }: Told, stop: string): Words {
	const words = t.subscriptions.mails.news;
	const local = (href: string) => origin + inLocale(locale, href);
	const told = lines.map(({ text, href }) => `${text}\n${local(href)}`);
	const list = [...told, ...(more > 0 ? [count(words.more, more)] : [])].join('\n\n');
	const body = fill(words.body, { list: '\u0000', stop: local(stop), name: t.site.name });
	return { subject: fill(words.subject, { name: t.site.name }), body: body.replace('\u0000', () => list) };
}
