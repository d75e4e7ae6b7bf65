import { setAssetBase } from 'article-reader';

// The build copies the library's files there.
setAssetBase('/assets/');
