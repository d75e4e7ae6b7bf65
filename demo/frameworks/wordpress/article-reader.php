<?php
/**
 * Plugin Name: Article Reader
 * Description: Lets visitors read and hear the article of a post.
 * Requires at least: 6.5
 */

add_action( 'wp_enqueue_scripts', function () {
	if ( is_singular( 'post' ) ) {
		wp_enqueue_script_module( 'article-reader', plugins_url( 'dist/article-reader.js', __FILE__ ) );
	}
} );

add_filter( 'the_content', function ( $content ) {
	return is_singular( 'post' ) && in_the_loop() && is_main_query()
		? "<article-reader>$content</article-reader>"
		: $content;
} );
