/** As the team and everybody else reads them: in their own letters they would bring two more fonts with each page. */
export const languages = {
	de: 'Deutsch',
	uk: 'Ukrainisch',
	ar: 'Arabisch',
	en: 'Englisch',
	ru: 'Russisch',
	tr: 'Türkisch',
	ro: 'Rumänisch',
	bg: 'Bulgarisch',
	pl: 'Polnisch',
	other: 'andere Sprache'
} as const;
