// The last way: the text is a property.
document.querySelector('#by-text').text = await (await fetch('article.txt')).text();
