import 'article-reader';
