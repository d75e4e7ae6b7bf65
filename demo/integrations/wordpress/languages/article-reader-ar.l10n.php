<?php
/* The settings in Arabic, as WordPress 6.5 and later read translations. */
return array(
	'domain'       => 'article-reader',
	'plural-forms' => 'nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;',
	'language'     => 'ar',
	'messages'     => array(
		'Article Reader'                              => 'قارئ المقالات',
		'Every article'                               => 'كل المقالات',
		'Put the reader round every article by itself' => 'أحط كل مقال بالقارئ تلقائيا',
		'In one post only, write [article-reader]…[/article-reader] round its text.' => 'ولمقال بعينه اكتب [article-reader]…[/article-reader] حول نصه.',
		'Articles are'                                => 'ما يعد مقالا',
		'Colours'                                     => 'الألوان',
		'As the page'                                 => 'كالصفحة',
		'As the device'                               => 'كالجهاز',
		'Light'                                       => 'فاتح',
		'Dark'                                        => 'داكن',
		'Sepia'                                       => 'بني فاتح',
		'High contrast'                               => 'تباين عال',
		'Marked while read'                           => 'التعليم أثناء القراءة',
		'Sentence and word'                           => 'الجملة والكلمة',
		'Sentence'                                    => 'الجملة',
		'Word'                                        => 'الكلمة',
		'Nothing'                                     => 'لا شيء',
		'Pronunciations'                              => 'النطق',
		'Address of a JSON file: how names are said.' => 'عنوان ملف JSON يبين كيف تنطق الأسماء.',
	),
);
