import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { t } from '#lib/texts/texts.ts';
import Quoted from '#lib/ui/text/Quoted.svelte';
import InGerman from './GermanSummary.svelte';
import ProposalCard from '../lists/ProposalCard.svelte';

const plain = (html: string) => html.replace(/<!--.*?-->/g, '');

function card(language: 'de' | 'ar' | 'uk', german: { title: string; excerpt: string } | null = null): string {
	const counts = { supportCount: 0, commentCount: 0, publishedAt: null };
	const author = { authorName: null, authorGroup: null, field: null };
	const said = { number: 7, title: 'عنوان', excerpt: 'نص', kind: 'experience', language, german } as const;
	return plain(render(ProposalCard, { props: { ...said, ...counts, ...author } }).body);
}

describe('words in another language, as the page has them', () => {
	it('say what they are in, each by itself, and from which side they are read', () => {
		const html = card('ar', { title: 'Überschrift', excerpt: 'Text' });
		expect(html).toMatch(/<a href="\/beitraege\/7" lang="ar" dir="rtl">عنوان<\/a>/);
		expect(html).toMatch(/<p lang="ar" dir="rtl">نص<\/p>/);
		expect(html).toContain(`${t.proposals.german.short} Überschrift`);
		expect(html).toContain('Sprache: Arabisch');
		expect(card('uk')).toContain('lang="uk" dir="ltr"');
	});

	it('say nothing when they are German, as the page has said it', () => {
		expect(card('de')).not.toMatch(/lang=|dir=|Sprache/);
	});

	it('stand in a sentence of ours without making it foreign', () => {
		const voice = { lang: 'uk', dir: 'ltr' } as const;
		const html = plain(render(Quoted, { props: { sentence: 'Beitrag 7: {title}', title: 'Лист', voice } }).body);
		expect(html.trim()).toBe('Beitrag 7: <span lang="uk" dir="ltr">Лист</span>');
	});

	it('have the team’s German beside them, said to be the team’s', () => {
		const summary = { title: 'Briefe', body: 'Sie sind lang.', writtenAt: '2027-05-10T12:00:00.000Z' };
		const html = plain(render(InGerman, { props: { summary } }).body);
		expect(html).toContain('Auf Deutsch zusammengefasst vom Moderationsteam, 10. Mai 2027');
		expect(html).not.toMatch(/ lang=/);
	});
});
