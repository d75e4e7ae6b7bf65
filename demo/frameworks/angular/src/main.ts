import { bootstrapApplication } from '@angular/platform-browser';
import { setAssetBase } from 'article-reader';
import { App } from './app';

// angular.json copies the library's files there.
setAssetBase('/assets/');

bootstrapApplication(App).catch((error) => console.error(error));
