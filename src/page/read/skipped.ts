/** What on a page is never the article. Knows nothing of how the rest is read. */

/** Selects what is never entered, whatever it holds. */
export const SKIPPED = [
  // What is no text, and what does something.
  'script,style,template,noscript,title',
  'nav,button,input,select,textarea,datalist,[role=navigation],[role=button]',
  // Other media, and what is drawn.
  'svg:not([role=img]),iframe,audio,video,canvas,object,embed',
  // How the letters beside it are read.
  'rt,rp',
  // Another reader, and what the page takes out.
  'article-reader,[data-reader-skip],[aria-hidden=true],[inert]',
].join();
