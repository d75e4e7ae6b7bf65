export default function (config) {
  config.addPassthroughCopy({ 'node_modules/article-reader/dist': 'article-reader' });
}
