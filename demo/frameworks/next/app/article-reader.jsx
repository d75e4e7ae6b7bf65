'use client';
import 'article-reader';

/** The element has to be defined in the browser, so this is a client component. */
export default function ArticleReader(props) {
  return <article-reader {...props} />;
}
